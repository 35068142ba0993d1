import { describe, expect, it } from "vitest";
import { pageAssets } from "../../src/pages/assets.ts";
import { renderListPage } from "../../src/pages/list-page.ts";
import { findAll, type ParsedElement, parsePage } from "./parsed-page.ts";
import { renderWholePage, sampleArticle, sampleHome } from "./sample-pages.ts";

const pages = [renderListPage(sampleHome), renderWholePage(sampleArticle)];

describe("pageAssets", () => {
	it("weigh less than 30 KB together with a page, the stylesheet less than 8 KB", () => {
		const sizes = Object.values(pageAssets).map(({ text }) => Buffer.byteLength(text));
		const total = sizes.reduce((sum, size) => sum + size, 0);
		for (const page of pages) expect(total + Buffer.byteLength(page)).toBeLessThan(30_000);
		expect(Buffer.byteLength(pageAssets.stylesheetUrl.text)).toBeLessThan(8000);
	});

	it("load nothing from anywhere else", () => {
		const { stylesheetUrl, scriptUrl } = pageAssets;
		expect(stylesheetUrl.text).not.toMatch(/@import|url\(/u);
		expect(scriptUrl.text).not.toMatch(/fetch|import|https?:/u);
	});
});

describe("a page", () => {
	it("has no style and no script of its own, so that a strict Content-Security-Policy holds", () => {
		for (const page of pages.map(parsePage)) {
			expect(findAll(page, "style")).toEqual([]);
			for (const script of findAll(page, "script")) expect(script.text).toBe("");
			expect(attributeNames(page).filter((name) => /^(?:style|on.*)$/u.test(name))).toEqual([]);
		}
	});

	it("has each id once", () => {
		for (const page of pages) {
			const ids = [...page.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
			expect(ids).toEqual([...new Set(ids)]);
		}
	});

	it("names by ids only what is there", () => {
		for (const page of pages) {
			const named = [...page.matchAll(/ aria-labelledby="([^"]*)"/gu)];
			for (const id of named.flatMap(([, ids = ""]) => ids.split(" "))) {
				expect(page).toContain(` id="${id}"`);
			}
		}
	});
});

function attributeNames(element: ParsedElement): readonly string[] {
	return [...Object.keys(element.attributes), ...element.inside.flatMap(attributeNames)];
}
