import { html } from "./html.ts";
import { chooseInterface } from "./interface-language.ts";

/**
 * An article's body as it stands in its page, in `language`. Tables and code are often wider than the page and scroll by
 * themselves: what scrolls has to be reachable by keyboard (WCAG 2.2, 2.1.1), so they get a `tabindex`, and tables a frame
 * that scrolls. In serialised HTML `<` begins a tag and nothing else, so these tags are found by their names.
 */
export function renderArticleBody(safeHtml: string, language: string): string {
	const hasWide = safeHtml.includes("<pre") || safeHtml.includes("<table");
	const body = hasWide ? frameWide(safeHtml, chooseInterface(language).words.table) : safeHtml;
	return `<div class="e-content body">
${body}
</div>
`;
}

/** Whether a body shows the picture of this address. */
export function showsPicture(safeHtml: string, url: string): boolean {
	return safeHtml.includes(`${html`${url}`}`);
}

function frameWide(safeHtml: string, label: string): string {
	const frame = html`<div class="scroll" role="group" aria-label="${label}" tabindex="0">`;
	return safeHtml
		.replaceAll(/<pre(?=[\s>])/gu, '<pre tabindex="0"')
		.replaceAll(/<table(?=[\s>])/gu, () => `${frame}<table`)
		.replaceAll("</table>", "</table></div>");
}
