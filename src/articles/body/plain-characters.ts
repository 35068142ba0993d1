import { type ChildNode, type Comment, type Element, isComment, isTag, isText } from "domhandler";
import { cleanLine } from "../clean-text.ts";
import { droppedElements, lineBreakingElements } from "./elements.ts";
import { isSummaryStart } from "./more-marker.ts";

/**
 * Gives what a person reads in the nodes, as one clean line of plain characters: no tags, entities decoded,
 * a space between blocks. The marks and the notes of footnotes are left out.
 */
export function plainCharacters(nodes: readonly ChildNode[]): string {
	const pieces: string[] = [];
	collectUntil(nodes, () => false, pieces);
	return cleanLine(pieces.join(""));
}

/**
 * As `plainCharacters`, of what stands before the first comment that `isEnd` accepts, and behind the comment with which
 * the summary begins, if there is one; undefined without an end.
 */
export function plainCharactersBefore(
	nodes: readonly ChildNode[],
	isEnd: (comment: Comment) => boolean,
): string | undefined {
	const pieces: string[] = [];
	const found = collectUntil(nodes, isEnd, pieces);
	return found ? cleanLine(pieces.join("")) : undefined;
}

function collectUntil(
	nodes: readonly ChildNode[],
	isEnd: (comment: Comment) => boolean,
	pieces: string[],
): boolean {
	for (const node of nodes) {
		if (isText(node)) pieces.push(node.data);
		if (isComment(node) && isEnd(node)) return true;
		if (isSummaryStart(node)) pieces.length = 0;
		if (!isTag(node) || droppedElements.has(node.name) || isFootnote(node)) continue;
		const edge = lineBreakingElements.has(node.name) ? " " : "";
		pieces.push(edge);
		if (collectUntil(node.children, isEnd, pieces)) return true;
		pieces.push(edge);
	}
	return false;
}

/** A raised link to another place (a footnote's mark), or the section that markdown-it-footnote makes of the notes. */
function isFootnote({ name, attribs, children }: Element): boolean {
	if (attribs.class === "footnotes") return true;
	const isMark = (child: ChildNode) => isTag(child) && child.attribs.href?.includes("#") === true;
	return name === "sup" && children.length > 0 && children.every(isMark);
}
