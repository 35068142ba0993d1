import { describe, expect, it } from "vitest";
import { digestBytes } from "../../src/node/node-runtime.ts";
import { createLibrary } from "../../src/publication/create-library.ts";
import { article, createSampleFolder } from "./sample-folder.ts";

const names = Array.from({ length: 100 }, (_, number) => `${number}.md`);

describe("a folder that is read anew", () => {
	it("goes on giving the texts of the reading before until it is read whole", async () => {
		const folder = createSampleFolder(
			Object.fromEntries(names.map((name) => [name, article(`Old ${name}`, "2026-01-01")])),
		);
		const library = createLibrary(
			folder,
			{ flags: {}, file: {}, listenerUrl: "http://localhost", recallAuthority: () => undefined },
			{ digest: digestBytes },
		);
		const before = await library.read();
		const texts = () => before.articles.map((old) => before.readBody(old).text.trim());
		const expected = before.articles.map(({ title }) => `Text of ${title}.`);
		for (const name of names) folder.write(name, article(`New ${name}`, "2026-01-01"));
		let looks = 0;
		const after = await library.read(() => {
			looks += 1;
			expect(texts()).toEqual(expected);
		});
		expect(looks).toBeGreaterThan(names.length / 2);
		expect(after.articles.map((fresh) => after.readBody(fresh).text.trim())).toEqual(
			after.articles.map(({ title }) => `Text of ${title}.`),
		);
	});
});
