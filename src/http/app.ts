import { Hono } from "hono";
import { FileChangedError } from "../publication/folder.ts";
import { parseAddress, pathOf } from "./address.ts";
import { answerRequest } from "./answer.ts";
import type { HeaderReader } from "./conditional.ts";
import type { AppOptions } from "./options.ts";
import { buildHealthReply, buildPreflight, buildReply } from "./replies.ts";
import type { Shelf } from "./shelf.ts";

/** The routes, which are not paths: a document may stand at any path, and the shelf knows which. */
const routes = { documents: "/", health: "/healthz" } as const;

/**
 * Every route of Broadsheet. HEAD is answered wherever GET is, by Hono; what no route takes is a wrong method.
 * One handler and no middleware for documents, so that a poll costs next to nothing (requirement 31).
 */
export function createApp(shelf: Shelf, options: AppOptions): Hono {
	const healthAddresses = new Set([routes.health, options.basePath + routes.health]);
	const app = new Hono({
		getPath: ({ url }) => (isAmong(healthAddresses, url) ? routes.health : routes.documents),
	});
	app.get(routes.health, async () => buildHealthReply(await shelf.health(), options));
	app.get(routes.documents, (context) => {
		const request = context.req.raw;
		const header = options.readHeaders?.(request, context.env) ?? readOwnHeaders(request);
		const { url } = request;
		return answerRequest({ request, url, header, now: options.clock() }, shelf, options);
	});
	app.on("OPTIONS", [routes.documents, routes.health], () => buildPreflight(options));
	app.notFound(() => buildReply(405, options));
	app.onError((error) => {
		// It is looked at again within the second.
		if (error instanceof FileChangedError) return buildReply(503, options);
		options.onError(error);
		return buildReply(500, options);
	});
	return app;
}

/** Whether a URL names one of these addresses. Most do not so much as hold the name. */
function isAmong(addresses: ReadonlySet<string>, url: string): boolean {
	if (!url.includes("healthz") && !url.includes("%")) return false;
	const parsed = parseAddress(pathOf(url));
	return "address" in parsed && addresses.has(parsed.address);
}

function readOwnHeaders({ headers }: Request): HeaderReader {
	return (name) => headers.get(name);
}
