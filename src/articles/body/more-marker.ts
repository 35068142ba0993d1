import { type ChildNode, isComment } from "domhandler";

/** Whether a node is the comment with which an author ends the summary: `<!--more-->`, `<!-- truncate -->`. */
export function isMoreMarker(node: ChildNode): boolean {
	return isComment(node) && /^\s*(?:more|truncate)\s*$/i.test(node.data);
}
