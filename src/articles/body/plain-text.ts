const moreMarker = /<!--\s*(?:more|truncate)\s*-->/gi;

/**
 * Gives plain text as HTML: blank lines part paragraphs, every character stands for itself, and the author's
 * `<!--more-->` becomes a comment. A single line end stays white space: text files of archives are wrapped at
 * some column, and a break at each of their lines would tear the sentences on every other screen.
 */
export function renderPlainText(text: string): string {
	return text
		.split(/\n(?:[^\S\n]*\n)+/)
		.filter((paragraph) => paragraph.trim() !== "")
		.map(renderParagraph)
		.join("\n");
}

function renderParagraph(paragraph: string): string {
	const html = paragraph
		.split(moreMarker)
		.map((part) => part.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"))
		.join("<!--more-->");
	return `<p>${html.trim()}</p>`;
}
