import type { AppOptions } from "../http/options.ts";
import { buildLightResponse } from "./plain/light-response.ts";
import { readHeaders } from "./read-headers.ts";

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
		readHeaders,
		acceptEncoding: (_request, header) => header("accept-encoding") ?? undefined,
		buildResponse: buildLightResponse,
		isOverloaded,
		onError,
	};
}
