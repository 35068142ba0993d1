import site from "broadsheet:site";
import { env } from "cloudflare:workers";
import { createApp } from "../http/app.ts";
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

/** What the client sent: Cloudflare's edge (which says where it stands) puts its own Accept-Encoding into the header. */
function clientAcceptEncoding({ cf, headers }: Request): string | undefined {
	const sent = cf?.colo === undefined ? headers.get("Accept-Encoding") : cf.clientAcceptEncoding;
	return typeof sent === "string" ? sent : undefined;
}

export default { fetch: (request) => app.fetch(request) } satisfies ExportedHandler;
