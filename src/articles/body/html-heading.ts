import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { droppedElements } from "./elements.ts";
import { parseHtml } from "./html-tree.ts";
import { plainCharacters } from "./plain-characters.ts";

/** A heading in a text. */
export interface Heading {
	/** Plain characters, one line, not empty. */
	readonly title: string;
	/** The offsets of its first character and of the first one after it; absent if it has no end of its own. */
	readonly range?: readonly [start: number, end: number];
}

/** What people meet in a text, in its order: headings that have words, and any other text, picture or player. */
export type Outline = readonly (Heading | "other")[];

const headingName = /^h[1-6]$/;
const visibleElements = new Set(["audio", "embed", "iframe", "img", "object", "svg", "video"]);

/** Gives the outline of HTML. */
export function outlineHtml(html: string): Outline {
	return outlineNodes(parseHtml(html).children, html);
}

function outlineNodes(nodes: readonly ChildNode[], html: string): Outline {
	return nodes.flatMap((node): Outline => {
		if (isText(node)) return node.data.trim() === "" ? [] : ["other"];
		if (!isTag(node)) return [];
		if (visibleElements.has(node.name)) return ["other"];
		if (droppedElements.has(node.name)) return [];
		const title = headingName.test(node.name) ? plainCharacters(node.children) : "";
		if (title === "") return outlineNodes(node.children, html);
		const range = rangeOf(node, html);
		return [range ? { title, range } : { title }];
	});
}

/** Where an end tag is missing, the parser counts the next element's tag to the heading. */
function rangeOf(heading: Element, html: string): readonly [number, number] | undefined {
	const start = heading.startIndex ?? 0;
	const end = (heading.endIndex ?? 0) + 1;
	return /<\/h[1-6]\s*>$/i.test(html.slice(start, end)) ? [start, end] : undefined;
}
