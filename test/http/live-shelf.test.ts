import { describe, expect, it } from "vitest";
import { article } from "../publication/sample-folder.ts";
import { openSelectedSite } from "./selected-site.ts";

const now = "2026-06-01T12:00:00Z";
const addresses = ["a", "b", "c"].flatMap((section) => [
	`/${section}/rss.xml`,
	`/${section}/atom.xml`,
]);
const files = Object.fromEntries(
	["a", "b", "c"].map((section) => [`${section}/x.md`, article(section, "2026-01-01")]),
);

describe("a shelf that has room for few documents", () => {
	it("answers as one that has room for all, before and after a change", async () => {
		const small = openSelectedSite(files, {}, 2000);
		const large = openSelectedSite(files);
		const answers = async ({ ask }: typeof small) => {
			const all: unknown[] = [];
			for (const address of [...addresses, ...addresses.toReversed()]) {
				const response = await ask(address);
				const { status, headers } = response;
				all.push([
					address,
					status,
					headers.get("etag"),
					headers.get("last-modified"),
					await response.text(),
				]);
			}
			return all;
		};
		for (const site of [small, large]) await site.publish(now);
		expect(await answers(small)).toEqual(await answers(large));
		for (const { site, publish } of [small, large]) {
			site.folder.write("b/x.md", article("Changed", "2026-01-01"));
			await publish("2026-06-01T12:00:05Z");
		}
		expect(await answers(small)).toEqual(await answers(large));
	});
});
