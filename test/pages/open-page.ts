import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { pageAssets } from "../../src/pages/assets.ts";

/** Where Chromium is on this machine; undefined where there is none. `CHROMIUM` names another place. */
export const chromiumPath: string | undefined = [
	process.env.CHROMIUM,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].find((path) => path && existsSync(path));

/** Pages load their own files, articles' media may come from anywhere, nothing else is allowed. */
const contentSecurityPolicy =
	"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https:; media-src 'self' https:; base-uri 'none'; form-action 'none'";

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="500"></svg>';

/** Starts a browser that reaches no network. */
export function launchChromium(): Promise<Browser> {
	return chromium.launch({
		...(chromiumPath && { executablePath: chromiumPath }),
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"],
	});
}

/** A page of `https://example.org`, opened under a strict policy. `complaints` collects what the console says. */
export async function openPage(
	browser: Browser,
	html: string,
	options: BrowserContextOptions,
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
	const complaints: string[] = [];
	const context = await browser.newContext(options);
	const page = await context.newPage();
	page.on("console", (message) => complaints.push(message.text()));
	page.on("pageerror", (error) => complaints.push(error.message));
	await page.route("**/*", (route) => {
		const { pathname } = new URL(route.request().url());
		const asset = Object.values(pageAssets).find(({ address }) => address === pathname);
		if (asset) return route.fulfill({ contentType: asset.contentType, body: asset.text });
		if (pathname.endsWith(".svg")) {
			return route.fulfill({ contentType: "image/svg+xml", body: picture });
		}
		return route.fulfill({
			contentType: "text/html; charset=utf-8",
			headers: { "Content-Security-Policy": contentSecurityPolicy },
			body: html,
		});
	});
	await page.goto("https://example.org/page/");
	return { page, complaints };
}
