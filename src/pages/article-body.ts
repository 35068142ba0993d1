import { html } from "./html.ts";
import { chooseInterface } from "./interface-language.ts";

/**
 * An article's body as it stands in its page, in `language`. Tables and code are often wider than the page and scroll by
 * themselves: what scrolls has to be reachable by keyboard (WCAG 2.2, 2.1.1), so they get a `tabindex`, and tables a frame
 * that scrolls. In serialised HTML `<` begins a tag and nothing else, so these tags are found by their names.
 */
export function renderArticleBody(safeHtml: string, language: string): string {
	// Most texts have neither: one look costs a fraction of what the replacements do.
	const reachable = safeHtml.includes("<pre")
		? safeHtml.replaceAll(/<pre(?=[\s>])/g, '<pre tabindex="0"')
		: safeHtml;
	const body = reachable.includes("<table")
		? frameTables(reachable, chooseInterface(language).words.table)
		: reachable;
	return `<div class="e-content body">
${body}
</div>
`;
}

/** Whether a body shows the picture of this address. */
export function showsPicture(safeHtml: string, url: string): boolean {
	return safeHtml.includes(`${html`${url}`}`);
}

function frameTables(safeHtml: string, label: string): string {
	const frame = html`<div class="scroll" role="group" aria-label="${label}" tabindex="0">`;
	return safeHtml
		.replaceAll(/<table(?=[\s>])/g, () => `${frame}<table`)
		.replaceAll("</table>", "</table></div>");
}
