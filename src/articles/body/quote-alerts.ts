import { type ChildNode, Element, isTag, isText } from "domhandler";
import { readableName } from "../readable-name.ts";
import { textNode } from "./html-tree.ts";

const alertLine = /^\s*\[!([A-Za-z][\w -]*)\][+-]?[ \t]*([^\n]*)(?:\n|$)/;

/**
 * Gives the alerts among the quotations (`> [!NOTE]`) a bold title in place of their mark: the words behind the mark, else
 * its kind. The nodes are changed. Sources: GitHub, "Basic writing and formatting syntax › Alerts"; Hugo, "Blockquote
 * render hooks"; Obsidian, "Callouts".
 */
export function titleAlerts(nodes: readonly ChildNode[]): void {
	for (const node of nodes) {
		if (!isTag(node)) continue;
		titleAlerts(node.children);
		if (node.name === "blockquote") titleAlert(node);
	}
}

function titleAlert(quote: Element): void {
	const at = quote.children.findIndex(isTag);
	const paragraph = quote.children[at];
	const text = paragraph && isTag(paragraph) ? paragraph.children[0] : undefined;
	if (!paragraph || !isTag(paragraph) || paragraph.name !== "p" || !text || !isText(text)) return;
	const [mark, kind = "", title = ""] = alertLine.exec(text.data) ?? [];
	if (mark === undefined) return;
	text.data = text.data.slice(mark.length);
	const words = title.trim() || readableName(kind.toLowerCase());
	const heading = new Element("p", {}, [new Element("strong", {}, [textNode(words)])]);
	const isEmpty = text.data.trim() === "" && paragraph.children.length === 1;
	quote.children.splice(at, isEmpty ? 1 : 0, heading);
}
