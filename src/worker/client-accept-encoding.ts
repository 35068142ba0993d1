/** What of a request at Cloudflare's edge, or in workerd alone, tells which codings the client takes. */
export interface EdgeRequest {
	readonly headers: { get(name: string): string | null };
	readonly cf?: object | undefined;
}

/**
 * The Accept-Encoding that the client sent, undefined if none. Cloudflare's edge (which says in `colo` where it stands)
 * puts its own into the header and the client's into `cf`; workerd alone leaves the header as it came.
 */
export function clientAcceptEncoding({ headers, cf = {} }: EdgeRequest): string | undefined {
	if (!("colo" in cf)) return headers.get("Accept-Encoding") ?? undefined;
	const sent = "clientAcceptEncoding" in cf ? cf.clientAcceptEncoding : undefined;
	return typeof sent === "string" ? sent : undefined;
}
