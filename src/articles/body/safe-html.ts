import type { ChildNode } from "domhandler";
import sanitizeHtml from "sanitize-html";
import { globalAttributes, readerElements, voidElements } from "./elements.ts";
import { parseHtml, serializeHtml } from "./html-tree.ts";
import { buildReaderTree } from "./reader-tree.ts";
import { harmlessSchemes, type ResolveReference } from "./references.ts";
import { surroundingsOf } from "./surroundings.ts";

const policy: sanitizeHtml.IOptions = {
	allowedTags: [...readerElements.keys()],
	allowedAttributes: {
		...Object.fromEntries([...readerElements].map(([name, attributes]) => [name, [...attributes]])),
		"*": [...globalAttributes],
	},
	allowedClasses: { code: ["language-*"], pre: ["language-*"] },
	allowedSchemes: ["http", "https"],
	allowedSchemesByTag: {
		a: ["http", "https", ...harmlessSchemes],
		img: ["http", "https", "data"],
		video: ["http", "https", "data"],
	},
	allowProtocolRelative: false,
	selfClosing: [...voidElements],
};

/**
 * Gives the nodes of a reader's tree as reader-safe HTML (requirements 60 and 61): only known elements and
 * attributes, no script, style, form or embedded page, every address absolute and harmless, all tags closed,
 * no comment, no `]]>`. sanitize-html has the last word on it, whatever the tree holds.
 */
export function renderSafeHtml(readerTree: readonly ChildNode[]): string {
	return sanitizeHtml(serializeHtml(readerTree), policy);
}

/** Gives any HTML, a fragment or a document, as reader-safe HTML. Doing so twice changes nothing more. */
export function safeHtml(html: string, resolve: ResolveReference): string {
	return renderSafeHtml(parseReaderTree(html, resolve));
}

/** Parses any HTML into the tree that a reader may see. */
export function parseReaderTree(html: string, resolve: ResolveReference): readonly ChildNode[] {
	return readTree(parseHtml(html).children, resolve);
}

/** As `parseReaderTree`, of nodes; they are changed. */
export function readTree(
	nodes: readonly ChildNode[],
	resolve: ResolveReference,
): readonly ChildNode[] {
	return buildReaderTree(nodes, surroundingsOf(nodes, resolve));
}
