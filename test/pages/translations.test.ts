import { describe, expect, it } from "vitest";
import { renderListPage } from "../../src/pages/list-page.ts";
import { sampleList } from "./sample-pages.ts";

const translations = [
	{ language: "ja", name: "日本語", url: "https://example.org/ja/formats/" },
	{ language: "fa", name: "فارسی", url: "https://example.org/fa/formats/" },
];

describe("a page in several languages", () => {
	it("names every version in its head, itself among them", () => {
		const page = renderListPage({ ...sampleList, translations });
		expect(
			[...page.matchAll(/<link rel="alternate" hreflang="(.*?)" href="(.*?)">/g)].map(
				([, language, url]) => [language, url],
			),
		).toEqual([
			["en", "https://example.org/formats/"],
			["ja", "https://example.org/ja/formats/"],
			["fa", "https://example.org/fa/formats/"],
		]);
	});

	it("shows the others by their own names, in their own directions", () => {
		const page = renderListPage({ ...sampleList, translations });
		expect(page).toContain(
			'<a rel="alternate" href="https://example.org/ja/formats/" hreflang="ja" lang="ja">日本語</a>',
		);
		expect(page).toContain('hreflang="fa" lang="fa" dir="rtl">فارسی</a>');
	});

	it("says nothing of languages where there is one", () => {
		expect(renderListPage(sampleList)).not.toMatch(/hreflang|page-languages/);
	});
});
