import { type ChildNode, type Document, DomHandler, isTag, Text } from "domhandler";
import { DomUtils, Parser } from "htmlparser2";

/** Blink and WebKit stop nesting at 512 elements too; recursion over a tree of this depth is safe. */
const deepestNesting = 512;

class NestedTooDeeply extends Error {
	override readonly name = "NestedTooDeeply";
}

class BoundedHandler extends DomHandler {
	override onopentag(name: string, attributes: Record<string, string>): void {
		if (this.tagStack.length > deepestNesting) throw new NestedTooDeeply();
		super.onopentag(name, attributes);
	}
}

/**
 * Parses an HTML fragment or document, however broken. Every node knows the place of its source
 * (`startIndex`, `endIndex`). Nesting deeper than any author writes gives the bare text instead of a tree.
 */
export function parseHtml(html: string): Document {
	const handler = new BoundedHandler(undefined, { withStartIndices: true, withEndIndices: true });
	try {
		new Parser(handler).end(html);
		return handler.root;
	} catch (error) {
		if (!(error instanceof NestedTooDeeply)) throw error;
		return parseHtml(html.replaceAll(/<[^<>]*>?/g, " "));
	}
}

/** Gives the HTML of nodes. */
export function serializeHtml(nodes: readonly ChildNode[]): string {
	return DomUtils.getOuterHTML([...nodes], { encodeEntities: "utf8" });
}

/** Whether one of the nodes, or something in them, is an element of one of these names. */
export function containsElement(nodes: readonly ChildNode[], ...names: readonly string[]): boolean {
	return nodes.some(
		(node) =>
			isTag(node) && (names.includes(node.name) || containsElement(node.children, ...names)),
	);
}

/** A node of plain characters. */
export function textNode(text: string): Text {
	return new Text(text);
}
