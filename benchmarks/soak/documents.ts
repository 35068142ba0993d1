import { createHash } from "node:crypto";

/** What a server says at each address: status, validators, a hash of the bytes. */
export type Seen = ReadonlyMap<string, string>;

const beginnings = ["/", "/feeds.opml", "/rss.xml", "/atom.xml", "/feed.json"];
const atOnce = 8;
/** There are thousands of these, of a third of a megabyte each. */
const leftOut = /^\/(?:tags|authors)\/.*archive-/;

/**
 * Fetches a site as a crawler does, from its home page and its list of feeds on, and these pages besides: everything that
 * is linked, but the archives of tags and authors.
 */
export async function seeDocuments(origin: string, pages: readonly string[]): Promise<Seen> {
	const seen = new Map<string, string>();
	const waiting = [...new Set([...beginnings, ...pages])];
	const known = new Set(waiting);

	async function work(): Promise<void> {
		for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
			const response = await fetch(origin + address, { redirect: "manual" });
			const body = await response.text();
			const names = ["etag", "last-modified", "location"];
			const headers = names.map((name) => response.headers.get(name));
			const digest = createHash("sha256").update(body).digest("base64url");
			seen.set(address, [response.status, ...headers, digest].join(" "));
			for (const found of findAddresses(body)) {
				if (known.has(found) || leftOut.test(found)) continue;
				known.add(found);
				waiting.push(found);
			}
		}
	}

	// The first documents lead to work for all.
	for (let turn = 0; waiting.length > 0; turn++)
		await Promise.all(Array.from({ length: turn === 0 ? 1 : atOnce }, work));
	return seen;
}

function findAddresses(body: string): Set<string> {
	const links = body.matchAll(/(?:https:\/\/example\.com|href=")(\/[^"<>&#?\s\\]*)/g);
	return new Set([...links].map(([, address = "/"]) => address));
}

/** Addresses at which two servers say something else, with what they say. */
export function compareDocuments(one: Seen, other: Seen): string[] {
	return [...new Set([...one.keys(), ...other.keys()])]
		.filter((address) => one.get(address) !== other.get(address))
		.map((address) => `${address}: ${one.get(address)} / ${other.get(address)}`);
}
