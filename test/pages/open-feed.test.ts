import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../contract/client.ts";
import { startNode } from "../contract/servers.ts";
import { chromiumPath, launchChromium } from "./open-page.ts";

const feedType = "application/rss+xml; charset=utf-8";
const reason = chromiumPath ? "" : " (skipped: no Chromium was found; CHROMIUM may name its path)";

/** Requirements 143, 144, with a browser and a server that run. */
describe.skipIf(!chromiumPath)(`a person who opens a feed in Chromium${reason}`, () => {
	let server: RunningServer | undefined;
	let browser: Browser | undefined;
	beforeAll(async () => {
		[server, browser] = await Promise.all([startNode("https://example.org"), launchChromium()]);
	}, 90_000);
	afterAll(async () => {
		await Promise.all([server?.close(), browser?.close()]);
	});

	it("lands on the feed's page, where it says how to subscribe", async () => {
		const page = await browser?.newPage();
		if (!page) throw new Error("Chromium did not start.");
		const complaints: string[] = [];
		page.on("console", (message) => complaints.push(message.text()));
		page.on("pageerror", (error) => complaints.push(error.message));
		for (const file of ["rss.xml", "atom.xml", "feed.json"]) {
			await page.goto(`${server?.origin}/news/${file}`);
			expect(page.url()).toBe(`${server?.origin}/news/#page-subscribe`);
			expect(await page.locator("h1").textContent()).toBe("News");
			const subscribe = page.locator("#page-subscribe");
			expect(await subscribe.textContent()).toContain(`https://example.org/news/${file}`);
			expect(await subscribe.isVisible()).toBe(true);
			expect(await page.locator(".entries li").count()).toBeGreaterThan(0);
		}
		expect(complaints).toEqual([]);
	});

	it("leaves the feed to a reader that runs in the same browser, before and after", async () => {
		const context = await browser?.newContext();
		const [person, reader] = [await context?.newPage(), await context?.newPage()];
		const feed = `${server?.origin}/news/rss.xml`;
		const script = `fetch("${feed}").then((response) => response.headers.get("content-type"))`;
		const types = [await reader?.evaluate(script)];
		await person?.goto(feed);
		expect(person?.url()).toBe(`${server?.origin}/news/#page-subscribe`);
		types.push(await reader?.evaluate(script));
		expect(types).toEqual([feedType, feedType]);
	});
});
