import { cleanLine } from "../clean-text.ts";
import { lineBreakingElements } from "./elements.ts";

const special = /[&<>]/;

/** Plain characters as reader-safe HTML has them between tags. */
export function escapeHtml(text: string): string {
	if (!special.test(text)) return text;
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An attribute with a space in front; nothing for an empty value. */
export function writeAttribute(name: string, value: string | undefined): string {
	return value ? ` ${name}="${escapeHtml(value).replaceAll('"', "&quot;")}"` : "";
}

/**
 * Gives what a person reads in HTML that was written with `escapeHtml`, as `plainCharacters` gives it of nodes.
 * Footnotes are none to it.
 */
export function readPlainCharacters(html: string): string {
	const text = html.replaceAll(/<\/?([a-z0-9]+)[^>]*>/g, (_, name) =>
		lineBreakingElements.has(name) ? " " : "",
	);
	return cleanLine(text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
}
