import { subscribeAnchor } from "../pages/subscribe-anchor.ts";
import {
	addressesBelow,
	foldersAbove,
	nearbyAddresses,
	parseAddress,
	pathOf,
	renderAddress,
} from "./address.ts";
import { answerWithDocument } from "./answer-with-document.ts";
import { isNavigation } from "./navigation.ts";
import type { AppOptions } from "./options.ts";
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
	request: Request,
	shelf: Shelf,
	options: AppOptions,
): Response | Promise<Response> {
	const parsed = parseAddress(pathOf(request.url));
	if ("status" in parsed) return buildReply(parsed.status, options);
	const [address = "/", ...otherwise] = addressesBelow(options.basePath, parsed.address);
	const now = options.clock();
	return whenKnown(shelf.find(address, now), (found) =>
		found === undefined
			? answerElsewhere([address, ...otherwise], request, shelf, options)
			: answerFound(found, request, shelf, options),
	);
}

function answerFound(
	found: Found,
	request: Request,
	shelf: Shelf,
	options: AppOptions,
): Response | Promise<Response> {
	if ("movedTo" in found) return redirectTo(found.movedTo, options);
	if ("gone" in found) return buildReply(410, options);
	const { document } = found;
	if (document.kind === "feed" && isNavigation((name) => request.headers.get(name))) {
		return showPage(document, request, shelf, options);
	}
	const selected = selectFrom(document, request.url, shelf, options.clock());
	return whenKnown(selected, (meant) => {
		if (meant === undefined) return buildReply(404, options);
		if ("movedTo" in meant) return redirectTo(meant.movedTo, options);
		return answerWithDocument(meant.document, request, shelf, options);
	});
}

/** A person who opens a feed sees its list's page; where there is none, the feed (decisions/011-people.md). */
async function showPage(
	feed: ServedDocument,
	request: Request,
	shelf: Shelf,
	options: AppOptions,
): Promise<Response> {
	for (const address of foldersAbove(feed.address)) {
		const found = await shelf.find(address, options.clock());
		if (found === undefined || !("document" in found) || found.document.kind !== "page") continue;
		const path = renderAddress(options.basePath) + renderAddress(address);
		return buildSeeOther(`${path}#${subscribeAnchor}`, options);
	}
	return answerWithDocument(feed, request, shelf, options);
}

/** Nothing stands at the first of `addresses`: the others, then what lies near them, then 404 (503 while not ready). */
async function answerElsewhere(
	addresses: readonly string[],
	request: Request,
	shelf: Shelf,
	options: AppOptions,
): Promise<Response> {
	const now = options.clock();
	for (const address of addresses.slice(1)) {
		const found = await shelf.find(address, now);
		if (found !== undefined) return answerFound(found, request, shelf, options);
	}
	for (const address of addresses.flatMap(nearbyAddresses)) {
		const found = await shelf.find(address, now);
		if (found === undefined) continue;
		if ("document" in found) return redirectTo(renderAddress(address), options);
		return answerFound(found, request, shelf, options);
	}
	const { ready } = await shelf.health();
	return buildReply(ready ? 404 : 503, options);
}

function redirectTo(path: string, options: AppOptions): Response {
	return buildRedirect(`${renderAddress(options.basePath)}${path}`, options);
}
