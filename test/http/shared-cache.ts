/** Answers a GET as the network would. */
export type Answer = (headers: Readonly<Record<string, string>>, now: number) => Promise<Response>;

interface Stored {
	readonly body: string;
	readonly headers: Headers;
	/** When it was stored or last found unchanged, in seconds. */
	readonly since: number;
}

/**
 * A shared cache in front of one address, as RFC 9111 has it, but for Vary, which it does not look at: the CDN that a
 * publisher may have. It stores what may be stored, asks again when that is stale, with the headers of whoever asked,
 * and uses a 304 to refresh what it has.
 */
export function createSharedCache(origin: Answer): Answer {
	let stored: Stored | undefined;

	async function store(response: Response, now: number): Promise<Response> {
		const { status, headers } = response;
		if (status !== 200 || !mayStore(headers)) return response;
		stored = { body: await response.text(), headers: new Headers(headers), since: now };
		return replay(stored);
	}

	return async (sent, now) => {
		if (stored && now - stored.since < maxAgeOf(stored.headers)) return replay(stored);
		if (!stored) return await store(await origin(sent, now), now);
		const { "If-None-Match": _, "If-Modified-Since": __, ...others } = sent;
		const etag = stored.headers.get("etag");
		const response = await origin({ ...others, ...(etag && { "If-None-Match": etag }) }, now);
		if (response.status !== 304) return await store(response, now);
		const headers = new Headers(stored.headers);
		for (const [name, value] of response.headers) headers.set(name, value);
		stored = { body: stored.body, headers, since: now };
		return replay(stored);
	};
}

function replay({ body, headers }: Stored): Response {
	return new Response(body, { headers });
}

function mayStore(headers: Headers): boolean {
	return !/\b(?:no-store|private)\b/.test(headers.get("cache-control") ?? "");
}

function maxAgeOf(headers: Headers): number {
	return Number(/\bmax-age=(\d+)/.exec(headers.get("cache-control") ?? "")?.[1] ?? 0);
}
