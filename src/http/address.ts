/** What a request may mean, the likeliest first. */
export type Addresses = readonly [string, ...string[]];

/** An address as a request named it, or the status that refuses it. */
export type ParsedAddress = { readonly address: string } | { readonly status: 400 | 404 | 414 };

/** Longer than any address that is published; in characters, percent-encoded. */
const longestPath = 4096;

const brokenEncoding = /%(?![\dA-Fa-f]{2})/;
/** What must not come out of percent-encoding: `/`, `\`, control characters. */
const forbiddenEncoding = /%(?:2f|5c|[01][\da-f]|7f)/i;
const forbidden = /[\0-\x1f\x7f\\]|\/\/|\/\.\.?(?:\/|$)/;

const dotSegment = /\/(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * The path of an absolute URL: percent-encoded, without query and fragment, and without dot segments,
 * which one runtime has resolved already and another has not (URL Standard §4.4, "path state").
 */
export function pathOf(url: string): string {
	const path = rawPathOf(url);
	return dotSegment.test(path) ? new URL(url).pathname : path;
}

function rawPathOf(url: string): string {
	const start = url.indexOf("/", url.indexOf("://") + 3);
	if (start === -1) return "/";
	for (let end = start; end < url.length; end++) {
		const character = url.charCodeAt(end);
		if (character === 0x3f || character === 0x23) return url.slice(start, end);
	}
	return url.slice(start);
}

/**
 * A path from a URL to the address that a shelf knows: percent-decoded once, NFC. Refuses with 400 what is no URL
 * (`%zz`), with 414 what is too long, and with 404 what no published document can be called: empty and dot segments,
 * encoded slashes, backslashes, control characters, bytes that are not UTF-8. RFC 3986 §2.1, §3.3.
 */
export function parseAddress(path: string): ParsedAddress {
	if (path.length > longestPath) return { status: 414 };
	if (!path.includes("%")) return forbidden.test(path) ? { status: 404 } : { address: path };
	if (brokenEncoding.test(path)) return { status: 400 };
	if (forbiddenEncoding.test(path)) return { status: 404 };
	try {
		const address = decodeURIComponent(path).normalize("NFC");
		return forbidden.test(address) ? { status: 404 } : { address };
	} catch {
		return { status: 404 };
	}
}

/** A decoded address as the path of a URL: all that RFC 3986 §3.3 does not allow in a path is percent-encoded. */
export function renderAddress(address: string): string {
	return encodeURI(address.toWellFormed()).replaceAll(/[?#]/g, encodeURIComponent);
}

/**
 * The addresses to try for a request, first to last: below the site's own path, then as it stands,
 * because a proxy in front may have taken that path off already.
 */
export function addressesBelow(basePath: string, address: string): Addresses {
	const below = basePath !== "" && `${address}/`.startsWith(`${basePath}/`);
	if (!below) return [address];
	return [address.slice(basePath.length), address];
}

/** The folders in which an address lies, the nearest first: `/news/business/`, `/news/`, `/`. */
export function foldersAbove(address: string): readonly string[] {
	const segments = address.split("/").slice(1, -1);
	return [...segments.keys(), segments.length]
		.map(
			(count) =>
				`/${segments
					.slice(0, count)
					.map((segment) => `${segment}/`)
					.join("")}`,
		)
		.reverse();
}

/**
 * Where a document may stand that was asked for in a slightly wrong way: with a slash at the end or without it,
 * or by the name of a folder's `index.html`.
 */
export function nearbyAddresses(address: string): readonly string[] {
	if (address.endsWith("/index.html")) return [address.slice(0, -"index.html".length)];
	if (address.endsWith("/")) return address === "/" ? [] : [address.slice(0, -1)];
	return [`${address}/`];
}
