/**
 * The slug of a name, as it stands in addresses before percent-encoding: NFC, lower case, every run of other than
 * letters, digits (of any script) and `_` becomes one `-`, none at the ends. Empty where a name has no letter and no
 * digit: the caller decides what stands for it.
 */
export function buildSlug(text: string): string {
	return text
		.normalize("NFC")
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, "-")
		.replaceAll(/^-+|-+$/g, "")
		.normalize("NFC");
}

/** The slug of a file's or folder's name; where it has none (`!!!`), the name itself, in lower case. */
export function buildNameSlug(name: string): string {
	return buildSlug(name) || name.normalize("NFC").toLowerCase();
}
