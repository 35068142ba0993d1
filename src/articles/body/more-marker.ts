import { type ChildNode, type Comment, isComment } from "domhandler";

/**
 * Whether a node is the comment with which an author ends the summary: `<!--more-->` (Hugo, Hexo, Zola),
 * `<!-- truncate -->` (Docusaurus), `<!-- PELICAN_END_SUMMARY -->` (Pelican's summary plugin), `<!-- TEASER_END -->`
 * (Nikola).
 */
export function isMoreMarker(node: ChildNode): node is Comment {
	return (
		isComment(node) && /^\s*(?:more|truncate|PELICAN_END_SUMMARY|TEASER_END)\s*$/i.test(node.data)
	);
}

/** Whether a node is the comment with which the summary begins: `<!-- PELICAN_BEGIN_SUMMARY -->`. */
export function isSummaryStart(node: ChildNode): node is Comment {
	return isComment(node) && /^\s*PELICAN_BEGIN_SUMMARY\s*$/i.test(node.data);
}
