/** One member of `If-Match` or `If-None-Match`, as a client sent it. */
export interface EntityTag {
	readonly weak: boolean;
	/** What stands between the quotes; with them lost, the whole member. */
	readonly opaque: string;
	readonly quoted: boolean;
	/** What a proxy wrote behind the closing quote (`"x"-gzip`). */
	readonly suffix: string;
}

/** Endings that servers in between append to a tag when they compress: Apache `-gzip`, `-br`, Jetty `--gzip`, others `;gzip`. */
const codingSuffix = /^(?:(?:--?|[;+:])(?:x-gzip|gzip|br|zstd|deflate|compress)){1,3}$/;

/**
 * Reads the value of `If-Match` or `If-None-Match`: `*`, or the members of the list. Commas and spaces inside quotes
 * belong to their tag. Never fails: a member that is no entity tag is kept as it stands and will match nothing
 * (or, where only its quotes were lost, what it should). One pass, whatever the length.
 * RFC 9110 §8.8.3, §13.1.1, §13.1.2; requirements 3, 6, 21, 22.
 */
export function parseEntityTags(value: string): "*" | readonly EntityTag[] {
	if (value.trim() === "*") return "*";
	const tags: EntityTag[] = [];
	let position = 0;
	while (position < value.length) {
		if (isSeparator(value.charAt(position))) {
			position += 1;
			continue;
		}
		const weak = /[Ww]/.test(value.charAt(position)) && value.charAt(position + 1) === "/";
		const start = weak ? position + 2 : position;
		const closing = value.charAt(start) === '"' ? value.indexOf('"', start + 1) : -1;
		const end = endOfMember(value, closing === -1 ? start : closing + 1);
		tags.push(
			closing === -1
				? { weak, opaque: trimQuotes(value.slice(start, end)), quoted: false, suffix: "" }
				: {
						weak,
						opaque: value.slice(start + 1, closing),
						quoted: true,
						suffix: value.slice(closing + 1, end).trim(),
					},
		);
		// Without a closing quote here there is none further on either, so no later member looks for one in vain.
		position = end;
	}
	return tags;
}

/**
 * Whether a client's tag names the representation with `etag` (as sent: `W/"x"`), by weak comparison, and forgiving
 * what stands between us and the client: a weakened tag, a coding's suffix in or behind the quotes, lost quotes.
 * RFC 9110 §8.8.3.2; requirements 4, 20, 21, 22.
 */
export function matchesWeakly(tag: EntityTag, etag: string): boolean {
	const opaque = opaqueOf(etag);
	if (!tag.opaque.startsWith(opaque)) return false;
	const inside = tag.opaque.slice(opaque.length);
	return isCodingSuffix(inside) && isCodingSuffix(tag.suffix);
}

/** Whether two tags are the same by strong comparison: both strong, nothing forgiven. RFC 9110 §8.8.3.2. */
export function matchesStrongly(tag: EntityTag, etag: string): boolean {
	return tag.quoted && !tag.weak && tag.suffix === "" && etag === `"${tag.opaque}"`;
}

function opaqueOf(etag: string): string {
	return etag.slice(etag.indexOf('"') + 1, -1);
}

function isCodingSuffix(text: string): boolean {
	return text === "" || codingSuffix.test(text);
}

function isSeparator(character: string): boolean {
	return character === "," || character === " " || character === "\t";
}

function endOfMember(value: string, from: number): number {
	const comma = value.indexOf(",", from);
	return comma === -1 ? value.length : comma;
}

function trimQuotes(text: string): string {
	const trimmed = text.trim();
	const start = trimmed.startsWith('"') ? 1 : 0;
	const end = trimmed.length > start && trimmed.endsWith('"') ? -1 : trimmed.length;
	return trimmed.slice(start, end);
}
