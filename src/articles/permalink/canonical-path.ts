/** An address below an origin, canonical, or why it cannot be one (a phrase behind a colon). */
export type CanonicalPath = { readonly path: string } | { readonly reason: string };

/**
 * The one form of a path, beginning with `/`: NFC, no empty and no dot segments, UTF-8 percent-encoded with capital
 * digits, and only what RFC 3986 §3.3 does not allow in a segment (requirement 94; RFC 4287 §4.2.6.1). What is
 * encoded already is not encoded twice. Refused: dot segments, control characters, backslashes, a query or fragment.
 */
export function canonicalizePath(written: string): CanonicalPath {
	if (plainPath.test(written)) return { path: written };
	if (/[?#]/.test(written)) return { reason: "an address has no `?` and no `#`" };
	const segments = written.split("/").map(decodeSegment);
	if (segments.some((segment) => segment === "." || segment === "..")) {
		return { reason: "an address has no `.` and no `..` between its slashes" };
	}
	if (segments.some((segment) => /[\p{Cc}\\]/u.test(segment))) {
		return { reason: "an address has no control characters and no backslashes" };
	}
	const path = `/${segments.map(encodeSegment).join("/")}`.replaceAll(/\/{2,}/g, "/");
	return { path };
}

/** A path that is canonical already: every segment has other than dots, and only what stays as it is. */
const plainPath = /^(?:\/\.*[\w~!$&'()*+,;=:@-][\w.~!$&'()*+,;=:@-]*)+\/?$/;

/** Percent-encodes text for a path; slashes stay. */
export function encodePathText(text: string): string {
	if (plainText.test(text)) return text;
	return text.split("/").map(encodeSegment).join("/");
}

/** Only what RFC 3986 §3.3 allows in a segment as it is, and slashes. */
const plainText = /^[\w.~!$&'()*+,;=:@/-]*$/;

/** RFC 3986 §3.3: `pchar` holds these besides what `encodeURIComponent` leaves as it is. */
const allowed = /%(?:24|26|2B|2C|3A|3B|3D|40)/g;

function encodeSegment(text: string): string {
	return encodeURIComponent(text.toWellFormed().normalize("NFC")).replaceAll(allowed, (code) =>
		decodeURIComponent(code),
	);
}

function decodeSegment(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll(/%(?![\da-f]{2})/gi, "%25"));
	} catch {
		return text;
	}
}
