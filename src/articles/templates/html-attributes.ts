/** JSX's names of attributes that HTML spells otherwise. Source: React, "Common components". */
const htmlNames: ReadonlyMap<string, string> = new Map([
	["className", "class"],
	["htmlFor", "for"],
	["srcSet", "srcset"],
	["dateTime", "datetime"],
	["colSpan", "colspan"],
	["rowSpan", "rowspan"],
	["hrefLang", "hreflang"],
]);

/** Gives a JSX element's attributes as HTML has them; `style` is JSX's own form and no text. */
export function htmlAttributes(
	values: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
	const entries = [...values].filter(([name]) => /^[A-Za-z][\w:-]*$/.test(name));
	return Object.fromEntries(entries.map(([name, value]) => [htmlNames.get(name) ?? name, value]));
}
