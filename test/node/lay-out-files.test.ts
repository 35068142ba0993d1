import { describe, expect, it } from "vitest";
import { layOutFiles } from "../../src/node/lay-out-files.ts";
import type { DocumentPlan } from "../../src/publication/document-plan.ts";

function page(address: string): DocumentPlan {
	return {
		kind: "page",
		address,
		contentType: "text/html; charset=utf-8",
		maxAgeInSeconds: 60,
		changed: new Date(0),
		render: () => ({ head: "", pieces: [], separator: "", tail: "" }),
	};
}

function layOut(...addresses: readonly string[]): { files: string[]; collisions: string[] } {
	const { files, collisions } = layOutFiles(addresses.map(page));
	return {
		files: [...files.keys()].sort(),
		collisions: collisions.map(({ kept, left }) => `${left} < ${kept}`),
	};
}

describe("the files of a built site", () => {
	it("are those that a static host serves at the addresses", () => {
		expect(layOut("/", "/news/", "/about", "/old.html", "/новости/")).toEqual({
			files: ["/about.html", "/index.html", "/news/index.html", "/old.html", "/новости/index.html"],
			collisions: [],
		});
	});

	it("are one for two addresses that no static host can tell apart: the second is told of, and left out", () => {
		expect(layOut("/x", "/x.html").collisions).toEqual(["/x.html < /x"]);
		expect(layOut("/x/", "/x/index.html").collisions).toEqual(["/x/index.html < /x/"]);
		expect(layOut("/index.html", "/").collisions).toEqual(["/index.html < /"]);
	});

	it("do not lie below one another", () => {
		expect(layOut("/p.html", "/p.html/q/").collisions).toEqual(["/p.html/q/ < /p.html"]);
		expect(layOut("/p.html/q/", "/p.html").collisions).toEqual(["/p.html < /p.html/q/"]);
	});
});
