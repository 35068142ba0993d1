import { beginsSummary, endsSummary } from "./more-marker.ts";

/** What an author's `<!--more-->` leaves in written HTML until its place is known: a noncharacter. */
export const summaryEnd = "\uFDD2";

const comment = /^(\s*)<!--([^->]*(?:-[^->]+)*)-->(\s*)$/;
const lineBreak = /^<br\s*\/?>$/i;

/** What markdown-it-task-lists puts at the beginning of an item. */
const checkboxes: ReadonlyMap<string, string> = new Map([
	['<input class="task-list-item-checkbox" disabled="" type="checkbox">', "☐"],
	['<input class="task-list-item-checkbox" checked="" disabled="" type="checkbox">', "☑"],
]);

/**
 * Writes HTML that stands in Markdown and needs no parser: a comment, a line break, a task's checkbox. Undefined for
 * any other.
 */
export function writeKnownHtml(html: string): string | undefined {
	if (lineBreak.test(html)) return "<br />";
	const [whole, before = "", text = "", after = ""] = comment.exec(html) ?? [];
	if (whole === undefined || beginsSummary(text)) return checkboxes.get(html);
	return before + (endsSummary(text) ? summaryEnd : "") + after;
}
