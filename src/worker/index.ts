import site from "broadsheet:site";
import { env } from "cloudflare:workers";
import { createApp } from "../http/app.ts";
import { clientAcceptEncoding } from "./client-accept-encoding.ts";
import { createEdgeShelf } from "./create-edge-shelf.ts";

/** Any host will do: the binding looks at the path alone. */
const assetOrigin = "https://assets.invalid";

const shelf = createEdgeShelf(site, (path) => env.ASSETS.fetch(assetOrigin + path));

const app = createApp(shelf, {
	basePath: site.basePath,
	clock: () => new Date(),
	acceptEncoding: clientAcceptEncoding,
	// The body is coded already where a Content-Encoding says so.
	buildResponse: (body, { status, headers }) =>
		new Response(body, {
			status,
			headers,
			encodeBody: "Content-Encoding" in headers ? "manual" : "automatic",
		}),
	// The edge starts more isolates.
	isOverloaded: () => false,
	onError: (error) => console.error(error),
});

export default { fetch: (request) => app.fetch(request) } satisfies ExportedHandler;
