import type { PlainHeaders } from "../http/headers.ts";
import type { AppOptions } from "../http/options.ts";

/**
 * Builds responses of workerd. One without a body can be sent again, and is, for as long as its headers are the same
 * object: most of what a 304 costs is handing its headers over.
 */
export function createResponseBuilder(): AppOptions["buildResponse"] {
	const bare = new WeakMap<PlainHeaders, Response>();
	return (body, { status, headers }) => {
		const known = body === null ? bare.get(headers) : undefined;
		if (known?.status === status) return known;
		// The body is coded already where a Content-Encoding says so.
		const encodeBody = "Content-Encoding" in headers ? "manual" : "automatic";
		const response = new Response(body, { status, headers, encodeBody });
		if (body === null) bare.set(headers, response);
		return response;
	};
}
