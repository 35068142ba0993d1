import type { HeaderReader } from "./conditional.ts";

/** A page, in either of HTML's syntaxes: whoever ranks XHTML with HTML asks for a page all the same. */
const pageType = "text/html";
const otherPageType = "application/xhtml+xml";
/** What a feed is, or may be taken for, and the ranges that cover it. */
const feedType =
	/^(?:(?:application|text)\/(?:[^;]*\+)?(?:xml|json)|[^;]*\/rss|(?:application|text|\*)\/\*)$/;

/**
 * Whether a request is a person's who opens an address in a browser, and not a program's: browsers say of a navigation
 * that it is one (Fetch Metadata: `Sec-Fetch-Mode: navigate`, `Sec-Fetch-Dest: document`), and prefer HTML to all that a
 * feed could be. Programs that rank HTML with XML, or send no such headers, are none (requirement 144).
 */
export function isNavigation(header: HeaderReader): boolean {
	if (header("sec-fetch-dest") !== "document" || header("sec-fetch-mode") !== "navigate")
		return false;
	return prefersPage(header("accept") ?? "");
}

/** Whether an Accept (RFC 9110 §12.5.1) ranks `text/html` strictly above every feed type, XML, JSON and the ranges over them. */
export function prefersPage(accept: string): boolean {
	let page = 0;
	let feed = 0;
	for (const member of accept.toLowerCase().split(",")) {
		const [type = "", ...parameters] = member.split(";").map((part) => part.trim());
		const quality = qualityOf(parameters);
		if (type === pageType) page = Math.max(page, quality);
		else if (type !== otherPageType && feedType.test(type)) feed = Math.max(feed, quality);
	}
	return page > feed;
}

/** A weight that is none counts as the highest for feeds and pages alike, as though it had not been written. */
function qualityOf(parameters: readonly string[]): number {
	const weight = parameters.find((parameter) => parameter.startsWith("q="));
	const quality = weight === undefined ? 1 : Number.parseFloat(weight.slice(2));
	return quality >= 0 && quality <= 1 ? quality : 1;
}
