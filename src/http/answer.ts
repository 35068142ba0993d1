import { subscribeAnchor } from "../pages/subscribe-anchor.ts";
import {
	type Addresses,
	addressesBelow,
	foldersAbove,
	nearbyAddresses,
	parseAddress,
	pathOf,
	renderAddress,
} from "./address.ts";
import { answerWithDocument } from "./answer-with-document.ts";
import { isNavigation } from "./navigation.ts";
import type { AppOptions, Asked } from "./options.ts";
import { buildRedirect, buildReply, buildSeeOther } from "./replies.ts";
import { selectFrom } from "./select.ts";
import type { Found, ServedDocument, Shelf } from "./shelf.ts";
import { whenKnown } from "./when-known.ts";

/**
 * Answers GET and HEAD with what stands at the request's address: a document (200, 304, 412), a redirect (a person who
 * opens a feed is led to its page), or a reply that says why not (requirements 26, 144, 162). Synchronous where the shelf is: the response then takes the short way
 * through `@hono/node-server`.
 */
export function answerRequest(
	asked: Asked,
	shelf: Shelf,
	options: AppOptions,
): Response | Promise<Response> {
	const parsed = parseAddress(pathOf(asked.url));
	if ("status" in parsed) return buildReply(parsed.status, options);
	const addresses = addressesBelow(options.basePath, parsed.address);
	const found = shelf.find(addresses[0], asked.now);
	if (found instanceof Promise)
		return found.then((known) => answerFound(known, addresses, asked, shelf, options));
	return answerFound(found, addresses, asked, shelf, options);
}

/** Answers with what was found at the first of the addresses that a request may mean. */
function answerFound(
	found: Found | undefined,
	addresses: Addresses,
	asked: Asked,
	shelf: Shelf,
	options: AppOptions,
): Response | Promise<Response> {
	if (found === undefined) return answerElsewhere(addresses, asked, shelf, options);
	if ("document" in found) return answerWithFound(found.document, asked, shelf, options);
	return "movedTo" in found ? redirectTo(found.movedTo, options) : buildReply(410, options);
}

function answerWithFound(
	document: ServedDocument,
	asked: Asked,
	shelf: Shelf,
	options: AppOptions,
): Response | Promise<Response> {
	if (document.kind === "feed" && isNavigation(asked.header))
		return showPage(document, asked, shelf, options);
	if (!document.hasSelections || !asked.url.includes("?"))
		return answerWithDocument(document, asked, shelf, options);
	const selected = selectFrom(document, asked.url, shelf, asked.now);
	return whenKnown(selected, (meant) => {
		if (meant === undefined) return buildReply(404, options);
		if ("movedTo" in meant) return redirectTo(meant.movedTo, options);
		return answerWithDocument(meant.document, asked, shelf, options);
	});
}

/** A person who opens a feed sees its list's page; where there is none, the feed (decisions/011-people.md). */
async function showPage(
	feed: ServedDocument,
	asked: Asked,
	shelf: Shelf,
	options: AppOptions,
): Promise<Response> {
	for (const address of foldersAbove(feed.address)) {
		const found = await shelf.find(address, asked.now);
		if (found === undefined || !("document" in found) || found.document.kind !== "page") continue;
		const path = renderAddress(options.basePath) + renderAddress(address);
		return buildSeeOther(`${path}#${subscribeAnchor}`, options);
	}
	return answerWithDocument(feed, asked, shelf, options);
}

/** Nothing stands at the first of `addresses`: the others, then what lies near them, then 404 (503 while not ready). */
async function answerElsewhere(
	addresses: Addresses,
	asked: Asked,
	shelf: Shelf,
	options: AppOptions,
): Promise<Response> {
	for (const address of addresses.slice(1)) {
		const found = await shelf.find(address, asked.now);
		if (found !== undefined) return answerFound(found, addresses, asked, shelf, options);
	}
	for (const address of addresses.flatMap(nearbyAddresses)) {
		const found = await shelf.find(address, asked.now);
		if (found === undefined) continue;
		if ("document" in found) return redirectTo(renderAddress(address), options);
		return answerFound(found, addresses, asked, shelf, options);
	}
	const { ready } = await shelf.health();
	return buildReply(ready ? 404 : 503, options);
}

function redirectTo(path: string, options: AppOptions): Response {
	return buildRedirect(`${renderAddress(options.basePath)}${path}`, options);
}
