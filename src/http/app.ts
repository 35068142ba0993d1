import { Hono } from "hono";
import { answerRequest } from "./answer.ts";
import type { AppOptions } from "./options.ts";
import { buildHealthReply, buildPreflight, buildReply } from "./replies.ts";
import type { Shelf } from "./shelf.ts";

/**
 * Every route of Broadsheet. HEAD is answered wherever GET is, by Hono; what no route takes is a wrong method.
 * One handler and no middleware for documents, so that a poll costs next to nothing (requirement 31).
 */
export function createApp(shelf: Shelf, options: AppOptions): Hono {
	const app = new Hono();
	for (const basePath of new Set(["", options.basePath])) {
		app.get(`${basePath}/healthz`, async () => buildHealthReply(await shelf.health(), options));
	}
	app.get("*", (context) => answerRequest(context.req.raw, shelf, options));
	app.options("*", () => buildPreflight(options));
	app.notFound(() => buildReply(405, options));
	app.onError((error) => {
		options.onError(error);
		return buildReply(500, options);
	});
	return app;
}
