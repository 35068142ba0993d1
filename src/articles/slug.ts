/**
 * The slug of a name, as it stands in addresses before percent-encoding: NFC, lower case, every run of other than
 * letters, digits (of any script) and `_` becomes one `-`, none at the ends. Empty where a name has no letter and no
 * digit: the caller decides what stands for it.
 */
export function buildSlug(text: string): string {
	if (text.length <= longestSlug && plainSlug.test(text)) return text;
	const slug = text
		.normalize("NFC")
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, "-")
		.normalize("NFC");
	return cutToBytes(slug, longestSlug).replaceAll(/^-+|-+$/g, "");
}

/** What is a slug already, as most names of folders are. */
const plainSlug = /^[a-z\d_]+(?:-[a-z\d_]+)*$/;

/** In bytes of UTF-8: a file's name may have 255 on most disks, and something may stand behind the slug. */
const longestSlug = 200;

function cutToBytes(text: string, most: number): string {
	// A character has at most three bytes for each of its UTF-16 units.
	if (text.length * 3 <= most) return text;
	const bytes = new Uint8Array(most);
	const { read } = new TextEncoder().encodeInto(text, bytes);
	return text.slice(0, read);
}

/** The slug of a file's or folder's name; where it has none (`!!!`), the name itself, in lower case. */
export function buildNameSlug(name: string): string {
	return buildSlug(name) || name.normalize("NFC").toLowerCase();
}
