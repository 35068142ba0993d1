import { type ChildNode, type Comment, isComment } from "domhandler";

/**
 * Whether a comment's text is that with which an author ends the summary: `<!--more-->` (Hugo, Hexo, Zola),
 * `<!-- truncate -->` (Docusaurus), `<!-- PELICAN_END_SUMMARY -->` (Pelican's summary plugin), `<!-- TEASER_END -->`
 * (Nikola).
 */
export function endsSummary(comment: string): boolean {
	return /^\s*(?:more|truncate|PELICAN_END_SUMMARY|TEASER_END)\s*$/i.test(comment);
}

/** Whether a comment's text is that with which the summary begins: `<!-- PELICAN_BEGIN_SUMMARY -->`. */
export function beginsSummary(comment: string): boolean {
	return /^\s*PELICAN_BEGIN_SUMMARY\s*$/i.test(comment);
}

/** Whether a node is the comment with which an author ends the summary. */
export function isMoreMarker(node: ChildNode): node is Comment {
	return isComment(node) && endsSummary(node.data);
}

/** Whether a node is the comment with which the summary begins. */
export function isSummaryStart(node: ChildNode): node is Comment {
	return isComment(node) && beginsSummary(node.data);
}
