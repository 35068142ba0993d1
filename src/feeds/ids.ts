import { isPlainPath } from "../text/plain-path.ts";

/** RFC 4151 §2.1, `authorityName`: a host name in lower case, or an e-mail address at one. */
const authorityName =
	/^([a-z0-9._-]+@)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

const fullDate = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The tagging date of every feed's id. A section has no date of its own, its oldest article may still
 * be replaced by an older one, and an id is for ever: so it is a constant. It is the first year of
 * this way of making ids, in which no earlier holder of a name can have used it. RFC 4151 takes a
 * year alone for a tag of its own, different from every full date: no feed's id equals an entry's.
 */
const feedTagDate = "2026";

/**
 * An entry's permanent id, `tag:example.org,2026-03-14:/news/title/` (RFC 4151; requirements 94,
 * 95).
 *
 * `authority` is a host name in lower case, `date` the day of first publication (UTC,
 * `YYYY-MM-DD`) and `path` what stood in the address then, with `/` in front. However the path was
 * percent-encoded, the id is the same: NFC, without dot segments, and encoded only where RFC 3986
 * has no other way.
 * @throws RangeError if one of the three is not of that form.
 */
export function buildTagUri(authority: string, date: string, path: string): string {
	if (!fullDate.test(date)) {
		throw new RangeError(`A tag URI's date is written YYYY-MM-DD, not ${JSON.stringify(date)}.`);
	}
	return joinTagUri(authority, date, path);
}

/**
 * A feed's permanent id, `tag:example.org,2026:/news/` (RFC 4287 §4.2.6; requirements 94 to 96):
 * one for all formats, distinct from every entry's id by its date and from other feeds' by `path`.
 *
 * `path` is the place of what the feed shows within the site, decoded or percent-encoded, with `/`
 * at both ends: `/`, `/news/business/`, `/tags/xml/`, `/authors/ada/`; it never holds the path of
 * the site's own address, which may change.
 * @throws RangeError if `authority` is not a host name in lower case or `path` does not begin with
 * `/`.
 */
export function buildFeedId(authority: string, path: string): string {
	return joinTagUri(authority, feedTagDate, path);
}

function joinTagUri(authority: string, date: string, path: string): string {
	if (!authorityName.test(authority)) {
		throw new RangeError(
			`A tag URI's authority is a host name in lower case, not ${JSON.stringify(authority)}.`,
		);
	}
	if (!path.startsWith("/")) {
		throw new RangeError(`A tag URI's path begins with a slash; ${JSON.stringify(path)} does not.`);
	}
	return `tag:${authority},${date}:${canonicalPath(path)}`;
}

function canonicalPath(path: string): string {
	if (isPlainPath(path)) return path;
	const segments: string[] = [];
	const parts = path.split("/");
	for (const [index, part] of parts.entries()) {
		const segment = decodeSegment(part);
		const isLast = index === parts.length - 1;
		if (segment === "." || segment === "..") {
			if (segment === ".." && segments.length > 1) segments.pop();
			if (isLast) segments.push("");
		} else {
			segments.push(encodeSegment(segment));
		}
	}
	return segments.join("/");
}

function decodeSegment(segment: string): string {
	return segment.replace(/(?:%[0-9a-f]{2})+/gi, (octets) => {
		try {
			return decodeURIComponent(octets);
		} catch {
			return octets;
		}
	});
}

/** Leaves all that RFC 3986 §3.3 calls `pchar` as it is. */
function encodeSegment(segment: string): string {
	return encodeURIComponent(segment.toWellFormed().normalize("NFC")).replace(
		/%(?:24|26|2B|2C|3A|3B|3D|40)/g,
		decodeURIComponent,
	);
}
