import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderListPage } from "../../src/pages/list-page.ts";
import { chromiumPath, launchChromium, openPage } from "./open-page.ts";
import {
	renderWholePage,
	sampleArticle,
	sampleBody,
	sampleHome,
	sampleList,
} from "./sample-pages.ts";

const pages = {
	"the home page": renderListPage(sampleHome),
	"a section's page": renderListPage(sampleList),
	"an empty tag's page": renderListPage({ ...sampleList, kind: "tag", entries: [] }),
	"an article": renderWholePage(sampleArticle),
	"an article with many tables": renderWholePage(sampleArticle, sampleBody.repeat(2)),
	"a section in Arabic": renderListPage({ ...sampleList, language: "ar" }),
	"an article in Hebrew": renderWholePage({ ...sampleArticle, language: "he" }),
	"a section in Polish": renderListPage({ ...sampleList, language: "pl" }),
};

const views = [
	[360, "light"],
	[1440, "dark"],
] as const;

const wideArticle = renderWholePage(
	{ ...sampleArticle, title: "Unbreakable".repeat(20) },
	sampleBody.replaceAll("Format", "Format".repeat(30)),
);

const reason = chromiumPath ? "" : " (skipped: no Chromium was found; CHROMIUM may name its path)";

describe.skipIf(!chromiumPath)(`pages in Chromium${reason}`, () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	}, 60_000);
	afterAll(() => browser?.close());

	for (const [name, html] of Object.entries(pages)) {
		it(`axe finds nothing in ${name}, light and narrow, dark and wide`, async () => {
			const { page, complaints } = await openPage(browser, html, {});
			await page.evaluate(axe.source);
			for (const [width, colorScheme] of views) {
				await page.setViewportSize({ width, height: 800 });
				await page.emulateMedia({ colorScheme });
				const violations = await page.evaluate<string[]>(
					"axe.run().then((r) => r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.html)))",
				);
				expect(violations, colorScheme).toEqual([]);
			}
			expect(complaints).toEqual([]);
			await page.context().close();
		});
	}

	it("nothing is wider than its window, from 320 to 1440 pixels", async () => {
		for (const html of [...Object.values(pages), wideArticle]) {
			const { page } = await openPage(browser, html, {});
			for (const width of [320, 360, 768, 1024, 1440]) {
				await page.setViewportSize({ width, height: 800 });
				expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
			}
			await page.context().close();
		}
	});

	it("a click copies a feed's address and says so", async () => {
		const { page } = await openPage(browser, pages["a section's page"], {
			permissions: ["clipboard-read", "clipboard-write"],
		});
		await page.getByRole("button", { name: "Copy Atom" }).click();
		await page.getByRole("status").filter({ hasText: "Copied" }).waitFor({ state: "attached" });
		expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
			"https://example.org/formats/atom.xml",
		);
		expect(await page.evaluate("getSelection().toString()")).toBe(
			"https://example.org/formats/atom.xml",
		);
		await page.getByRole("button", { name: "Copy Atom" }).waitFor();
		await page.context().close();
	});

	it("without scripts shows no button that would do nothing", async () => {
		const { page } = await openPage(browser, pages["a section's page"], {
			javaScriptEnabled: false,
		});
		expect(await page.getByRole("button").count()).toBe(0);
		expect(await page.getByText("https://example.org/formats/rss.xml").isVisible()).toBe(true);
		await page.context().close();
	});

	it("the first press of Tab offers to skip to the content", async () => {
		const { page } = await openPage(browser, pages["an article"], {});
		await page.keyboard.press("Tab");
		const skip = page.getByRole("link", { name: "Skip to the content" });
		expect((await skip.boundingBox())?.height).toBeGreaterThan(20);
		await page.keyboard.press("Enter");
		// Chromium follows a link after it has said that the key was pressed.
		await expect.poll(() => new URL(page.url()).hash, { timeout: 5000 }).toBe("#page-content");
		await page.context().close();
	});
});
