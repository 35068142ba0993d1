import unidecode from "unidecode";

/**
 * Text in Latin letters without accents, character by character and without regard to the language: `日本` is `Ri Ben `.
 * The tables are those of Text::Unidecode, which Python's unidecode and Rust's deunicode stem from.
 */
export function toAscii(text: string): string {
	return /^[\0-\x7F]*$/.test(text) ? text : unidecode(text);
}

/** A slug of `a` to `z`, digits and single hyphens (Rust's crate `slug`, which Zola uses). */
export function buildAsciiSlug(text: string): string {
	return toAscii(text)
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, "-")
		.replaceAll(/^-|-$/g, "");
}
