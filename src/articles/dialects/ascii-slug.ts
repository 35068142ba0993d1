import { transliterate } from "transliteration";

/**
 * Text in Latin letters without accents, character by character and without regard to the language: `日本` is `Ri Ben `,
 * a blank behind each Chinese character. The tables stem from Text::Unidecode, as those of Python's unidecode and
 * Rust's deunicode do.
 */
export function toAscii(text: string): string {
	if (/^[\0-\x7F]*$/.test(text)) return text;
	return text
		.replaceAll(/\p{Script=Han}/gu, (character) => `${transliterate(character)} `)
		.replaceAll(/[^\0-\x7F]+/g, (run) => transliterate(run));
}

/** A slug of `a` to `z`, digits and single hyphens (Rust's crate `slug`, which Zola uses). */
export function buildAsciiSlug(text: string): string {
	return toAscii(text)
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, "-")
		.replaceAll(/^-|-$/g, "");
}
