import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import type { AppOptions } from "../../src/http/options.ts";
import type { RunningServer } from "../contract/client.ts";

/** What a plain Node server lends to the app; a test may put something else in the place of any of it. */
export function nodeOptions(changes: Partial<AppOptions> = {}): AppOptions {
	return {
		basePath: "",
		clock: () => new Date(),
		acceptEncoding: (request) => request.headers.get("accept-encoding") ?? undefined,
		buildResponse: (body, init) => new Response(body, init),
		isOverloaded: () => false,
		onError: () => undefined,
		...changes,
	};
}

/** Serves an app with `@hono/node-server` on a free port. */
export async function serveLocally(app: Hono, basePath = ""): Promise<RunningServer> {
	const server = createAdaptorServer({ fetch: app.fetch });
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The server has no port.");
	return {
		origin: `http://127.0.0.1:${address.port}`,
		basePath,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}
