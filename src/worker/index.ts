import site from "broadsheet:site";
import { env } from "cloudflare:workers";
import { createApp } from "../http/app.ts";
import { clientAcceptEncoding } from "./client-accept-encoding.ts";
import { createEdgeShelf } from "./create-edge-shelf.ts";
import { createResponseBuilder } from "./create-response-builder.ts";

/** Any host will do: the binding looks at the path alone. */
const assetOrigin = "https://assets.invalid";

const shelf = createEdgeShelf(site, (path) => env.ASSETS.fetch(assetOrigin + path));

const app = createApp(shelf, {
	basePath: site.basePath,
	clock: () => new Date(),
	acceptEncoding: clientAcceptEncoding,
	buildResponse: createResponseBuilder(),
	// The edge starts more isolates.
	isOverloaded: () => false,
	onError: (error) => console.error(error),
});

export default { fetch: (request) => app.fetch(request) } satisfies ExportedHandler;
