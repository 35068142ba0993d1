/** Letters that have no decomposition in Unicode, and what hexo-util's `escapeDiacritic` makes of them. */
const undecomposed: ReadonlyMap<string, string> = new Map([
	["Æ", "AE"],
	["æ", "ae"],
	["Œ", "OE"],
	["œ", "oe"],
	["Ø", "O"],
	["ø", "o"],
	["Đ", "D"],
	["đ", "d"],
	["Ħ", "H"],
	["ħ", "h"],
	["ı", "i"],
	["Ł", "L"],
	["ł", "l"],
	["Ŧ", "T"],
	["ŧ", "t"],
	["ß", "s"],
	["ẞ", "S"],
]);

/**
 * A slug as Hexo makes it (hexo-util's `slugize`): Latin letters lose their accents, runs of white space and ASCII's
 * special characters become one `-`, letters of other scripts and capitals stay.
 */
export function buildHexoSlug(text: string): string {
	return text
		.normalize("NFC")
		.replaceAll(/[\u00C0-\u024F\u1E00-\u1EFF]/g, removeAccent)
		.replaceAll(/[\0-\x1F]/g, "")
		.replaceAll(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, "-")
		.replaceAll(/^-+|-+$/g, "");
}

function removeAccent(letter: string): string {
	const base = undecomposed.get(letter) ?? letter.normalize("NFD").replaceAll(/\p{M}/gu, "");
	return /^[a-z]+$/i.test(base) ? base : letter;
}
