import { isPlainPath } from "../text/plain-path.ts";

/** Addresses are paths below the site's root, decoded and NFC; a list's page ends with `/`, its feeds stand in it. */
export const healthAddress = "/healthz";
export const opmlAddress = "/feeds.opml";
/** The same list where feed readers look for it (requirement 139). */
export const wellKnownAddress = "/.well-known/feeds";

/** The page of a list: `/`, `/news/business/`, `/tags/atom/`. */
export function pageAddress(path: readonly string[]): string {
	return path.length === 0 ? "/" : `/${path.join("/")}/`;
}

/** An address as it stands in a URL: percent-encoded where RFC 3986 demands it. */
export function encodeAddress(address: string): string {
	return encodedAddress.test(address) ? address : encodeSegments(address);
}

/** Nothing of it would be encoded. */
const encodedAddress = /^[\w.~/!'()*,:;@$&+=-]*$/;

function encodeSegments(address: string): string {
	return address
		.split("/")
		.map((segment) =>
			encodeURIComponent(segment).replaceAll(/%(2C|3A|3B|40|24|26|2B|3D)/g, decodeURIComponent),
		)
		.join("/");
}

/** The absolute URL of an address, below the site's `url` or `feedsUrl`. */
export function absoluteUrl(base: string, address: string): string {
	return base + encodeAddress(address);
}

/** The decoded path of a site's URL, without a slash at its end: "" or "/blog". */
export function basePathOf(url: string): string {
	return decodeURI(new URL(url).pathname).replace(/\/$/, "").normalize("NFC");
}

/** The address below the root that a URL of the site has; undefined for a URL that is not the site's. */
export function addressOf(url: string, base: string): string | undefined {
	const below = url.startsWith(base) ? url.slice(base.length) : "";
	if (isPlainPath(below)) return below;
	const { origin, pathname } = new URL(url);
	const root = new URL(base);
	const prefix = root.pathname.replace(/\/$/, "");
	if (origin !== root.origin || !pathname.startsWith(`${prefix}/`)) return undefined;
	try {
		return decodeURIComponent(pathname.slice(prefix.length)).normalize("NFC");
	} catch {
		return undefined;
	}
}
