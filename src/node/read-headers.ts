import { IncomingMessage } from "node:http";
import type { HeaderReader } from "../http/conditional.ts";
import { LightRequest } from "./plain/light-request.ts";

/** Of several lines Node keeps the first of these, where a `Headers` joins them: two dates are no date. */
const keptOnce: ReadonlySet<string> = new Set(["if-modified-since", "if-unmodified-since"]);

/**
 * Reads a request's headers as Node has parsed them. `env` is what `@hono/node-server` passes along with the request;
 * where it passed none, the request's own headers are read.
 */
export function readHeaders(request: Request, env: unknown): HeaderReader {
	if (request instanceof LightRequest) return request.readHeader;
	const incoming = incomingOf(env);
	if (incoming === undefined) return (name) => request.headers.get(name);
	const { headers } = incoming;
	return (name) => {
		const value = headers[name];
		if (value === undefined) return null;
		return typeof value === "string" && !keptOnce.has(name) ? value : request.headers.get(name);
	};
}

function incomingOf(env: unknown): IncomingMessage | undefined {
	if (typeof env !== "object" || env === null || !("incoming" in env)) return undefined;
	return env.incoming instanceof IncomingMessage ? env.incoming : undefined;
}
