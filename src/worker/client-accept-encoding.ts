/** What of a request at Cloudflare's edge, or in workerd alone, tells which codings the client takes. */
export interface EdgeRequest {
	readonly headers: { get(name: string): string | null };
	readonly cf?: { readonly colo?: unknown; readonly clientAcceptEncoding?: unknown } | undefined;
}

/**
 * The Accept-Encoding that the client sent, undefined if none. Cloudflare's edge (which says in `colo` where it stands)
 * puts its own into the header and the client's into `cf`; workerd alone leaves the header as it came.
 */
export function clientAcceptEncoding({ headers, cf }: EdgeRequest): string | undefined {
	const sent = cf?.colo === undefined ? headers.get("Accept-Encoding") : cf.clientAcceptEncoding;
	return typeof sent === "string" ? sent : undefined;
}
