/** Gives plain characters as HTML text. */
export function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

/** Gives a start tag; attributes without a value (undefined or empty, `alt` aside) are left out. */
export function startTag(
	name: string,
	attributes: Readonly<Record<string, string | undefined>> = {},
): string {
	const written = Object.entries(attributes)
		.filter(([key, value]) => value !== undefined && (value !== "" || key === "alt"))
		.map(([key, value]) => ` ${key}="${escapeHtml(value ?? "")}"`);
	return `<${name}${written.join("")}>`;
}

/** Gives an element that holds HTML. */
export function element(
	name: string,
	attributes: Readonly<Record<string, string | undefined>>,
	content: string,
): string {
	return `${startTag(name, attributes)}${content}</${name}>`;
}
