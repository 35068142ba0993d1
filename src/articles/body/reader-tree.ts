import { type ChildNode, Element, isComment, isTag, isText } from "domhandler";
import { DomUtils } from "htmlparser2";
import { cleanText } from "../clean-text.ts";
import { buildAttributes } from "./attributes.ts";
import { droppedElements, flowContainers, plainerElements, readerElements } from "./elements.ts";
import { containsElement, textNode } from "./html-tree.ts";
import { buildEmbedLink, buildImage, buildPlayer, buildSource } from "./media-elements.ts";
import { isMoreMarker, isSummaryStart } from "./more-marker.ts";
import { resolveLink } from "./references.ts";
import type { Surroundings } from "./surroundings.ts";

type Rule = (element: Element, around: Surroundings) => readonly ChildNode[];

/** Elements that need more than keeping, renaming, unwrapping or dropping. */
const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
	["a", buildLink],
	["audio", (element, around) => buildPlayer(element, childrenOf(element, around), around)],
	["embed", (element, around) => buildEmbedLink(element, element.attribs.src, [], around)],
	["head", buildHead],
	["iframe", (element, around) => buildEmbedLink(element, element.attribs.src, [], around)],
	["img", buildImage],
	["input", buildCheckbox],
	["math", buildFormula],
	["noscript", buildNoscript],
	["object", buildObject],
	["p", buildParagraph],
	["picture", buildPicture],
	["source", buildSource],
	["track", buildSource],
	["video", (element, around) => buildPlayer(element, childrenOf(element, around), around)],
]);

/**
 * Builds, from an author's nodes, those that a feed reader can show: every reference absolute, embedded pages
 * as links, form controls as text, lazy pictures loaded, elements of no meaning unwrapped. Of comments only those
 * that mark the author's summary stay, outside code.
 */
export function buildReaderTree(
	nodes: readonly ChildNode[],
	around: Surroundings,
): readonly ChildNode[] {
	return nodes.flatMap((node) => {
		if (isText(node)) return textNode(cleanText(node.data));
		if (isComment(node)) return isMarker(node) && !around.inCode ? node : [];
		return isTag(node) ? buildElement(node, around) : [];
	});
}

function isMarker(node: ChildNode): boolean {
	return isMoreMarker(node) || isSummaryStart(node);
}

function buildElement(element: Element, around: Surroundings): readonly ChildNode[] {
	if (droppedElements.has(element.name)) return [];
	const rule = rules.get(element.name);
	return rule ? rule(element, around) : show(element, childrenOf(element, around), around);
}

function childrenOf(element: Element, around: Surroundings): readonly ChildNode[] {
	const { name } = element;
	const holdsParagraphs = !readerElements.has(name) || flowContainers.has(name);
	return buildReaderTree(element.children, {
		...around,
		inLink: around.inLink || name === "a",
		inPhrase: around.inPhrase || !holdsParagraphs,
		inCode: around.inCode || name === "code" || name === "pre",
	});
}

/** The element under its own or its plainer name; its content alone where readers know no such element. */
function show(
	element: Element,
	children: readonly ChildNode[],
	around: Surroundings,
	references?: Readonly<Record<string, string | undefined>>,
): readonly ChildNode[] {
	const name = plainerElements.get(element.name) ?? element.name;
	if (!readerElements.has(name)) return children;
	return [
		new Element(name, buildAttributes(name, element.attribs, around, references), [...children]),
	];
}

/** A link, also one to click from elsewhere in the text; nested links and those without an address are text. */
function buildLink(element: Element, around: Surroundings): readonly ChildNode[] {
	const children = childrenOf(element, around);
	if (around.inLink) return children;
	const written = element.attribs.href;
	const href = written === undefined ? undefined : resolveLink(written, around.resolve);
	const link = show(element, children, around, { href });
	const isUseful = link.some((node) => isTag(node) && (node.attribs.href ?? node.attribs.id));
	return isUseful ? link : children;
}

/** A document's head is not its text; a head without a body is a fragment that somebody forgot to close. */
function buildHead(element: Element, around: Surroundings): readonly ChildNode[] {
	const siblings = element.parent?.children ?? [];
	const hasBody = siblings.some((node) => isTag(node) && node.name === "body");
	return hasBody ? [] : childrenOf(element, around);
}

function buildObject(element: Element, around: Surroundings): readonly ChildNode[] {
	return buildEmbedLink(element, element.attribs.data, childrenOf(element, around), around);
}

function buildPicture(element: Element, around: Surroundings): readonly ChildNode[] {
	const children = childrenOf(element, around);
	return containsElement(children, "img")
		? show(element, children, around)
		: children.filter((node) => !isTag(node));
}

/** A paragraph that held nothing but the author's marker goes with it. */
function buildParagraph(element: Element, around: Surroundings): readonly ChildNode[] {
	const children = childrenOf(element, around);
	const isBlank = children.every((node) => isComment(node) || (isText(node) && !node.data.trim()));
	return isBlank && children.some(isComment) ? children : show(element, children, around);
}

/** Checkboxes of task lists are read as characters; no other control says anything outside its form. */
function buildCheckbox(element: Element): readonly ChildNode[] {
	if (element.attribs.type?.toLowerCase() !== "checkbox") return [];
	return [textNode(element.attribs.checked === undefined ? "☐" : "☑")];
}

/**
 * A formula as text: its author's description or TeX source, else its letters. Many readers remove the elements
 * of MathML and leave the letters run together, so the source says more.
 */
function buildFormula(element: Element): readonly ChildNode[] {
	const [source] = DomUtils.getElementsByTagName("annotation", element.children, true, 1);
	const text = element.attribs.alttext || DomUtils.textContent(source ?? element);
	return [textNode(cleanText(text))];
}

/** Content for readers without scripts, unless it repeats the lazy picture beside it. */
function buildNoscript(element: Element, around: Surroundings): readonly ChildNode[] {
	const beside = [...nearest(element, "prev"), ...nearest(element, "next")];
	const repeats =
		showsPicture([element], around) && beside.some((node) => showsPicture([node], around));
	return repeats ? [] : childrenOf(element, around);
}

/** Whether the first picture in the nodes is one that will be shown. */
function showsPicture(nodes: readonly ChildNode[], around: Surroundings): boolean {
	const [picture] = DomUtils.getElementsByTagName("img", [...nodes], true, 1);
	return picture !== undefined && buildImage(picture, around).some(isTag);
}

function nearest(element: Element, side: "prev" | "next"): readonly ChildNode[] {
	const beside = element[side];
	const node = beside && isText(beside) && !beside.data.trim() ? beside[side] : beside;
	return node && isTag(node) && node.name !== "noscript" ? [node] : [];
}
