import type { AppOptions } from "../http/options.ts";

/** What Node lends to the HTTP app. `basePath` is the decoded path of the address at which feeds are published. */
export function buildAppOptions(
	basePath: string,
	clock: () => Date,
	isOverloaded: () => boolean,
	onError: (error: Error) => void,
): AppOptions {
	return {
		basePath,
		clock,
		acceptEncoding: (request) => request.headers.get("accept-encoding") ?? undefined,
		buildResponse: (body, { status, headers }) => new Response(body, { status, headers }),
		isOverloaded,
		onError,
	};
}
