import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { flowContainers, readerElements } from "../body/elements.ts";
import { textNode } from "../body/html-tree.ts";
import { type ResolveReference, resolveLink } from "../body/references.ts";
import {
	buildNodes,
	type Item,
	isBlank,
	linkSiblings,
	type Place,
	setChildren,
	trimItems,
} from "./build-nodes.ts";
import { showCode } from "./code-escapes.ts";
import type { MaskedText } from "./mask-templates.ts";
import { splitPlaceholders } from "./placeholders.ts";
import type { TemplateContext } from "./template-context.ts";
import type { TemplateTag } from "./template-tag.ts";

/** What was found in the place of tags. */
export interface FilledTemplates {
	readonly nodes: readonly ChildNode[];
	/** How often tags of a kind (`{% image %}`) were lost. */
	readonly dropped: ReadonlyMap<string, number>;
}

interface Filling {
	readonly tags: readonly TemplateTag[];
	readonly context: TemplateContext;
	readonly resolve: ResolveReference;
	/** Indices of tags that stand outside code. */
	readonly seen: Set<number>;
}

/**
 * Puts into a parsed text what its tags become, each according to its place: in code its source stands again, in an
 * attribute its text (an attribute whose text is not known is taken away), among paragraphs blocks. The nodes are changed.
 */
export function fillTemplates(
	children: readonly ChildNode[],
	{ tags }: MaskedText,
	context: TemplateContext,
	resolve: ResolveReference,
): FilledTemplates {
	const filling: Filling = { tags, context, resolve, seen: new Set() };
	const nodes = buildNodes(itemsOf(children, "block", filling), "block", filling.tags);
	linkSiblings(nodes, null);
	return { nodes, dropped: countLost(filling) };
}

/** Gives plain characters in the place of placeholders in a line. */
export function fillLine(line: string, { tags }: MaskedText): string {
	return splitPlaceholders(line)
		.map((part) => {
			const meaning = typeof part === "string" ? undefined : tags[part]?.meaning;
			return meaning?.type === "text" ? meaning.text : typeof part === "string" ? part : "";
		})
		.join("");
}

function itemsOf(nodes: readonly ChildNode[], place: Place, filling: Filling): Item[] {
	return nodes.flatMap((node): Item[] => {
		if (isText(node)) return itemsOfText(node.data, filling);
		if (!isTag(node)) return [node];
		if (node.name === "pre" || node.name === "code") {
			restoreCode(node, filling);
			return [node];
		}
		fillAttributes(node, filling);
		if (node.name === "p") return itemsOfParagraph(node, place, filling);
		const inside = place === "block" && holdsBlocks(node.name) ? "block" : "inline";
		setChildren(node, buildNodes(itemsOf(node.children, inside, filling), inside, filling.tags));
		return [node];
	});
}

/** Elements whose parts may hold paragraphs. */
const structures = ["dl", "menu", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"];

function holdsBlocks(name: string): boolean {
	return !readerElements.has(name) || flowContainers.has(name) || structures.includes(name);
}

function itemsOfText(text: string, filling: Filling): Item[] {
	return splitPlaceholders(text).flatMap((part): Item[] => {
		if (typeof part === "string") return [textNode(part)];
		const tag = filling.tags[part];
		if (tag === undefined) return [];
		filling.seen.add(part);
		if (tag.meaning.type !== "text" && tag.meaning.type !== "address") return [part];
		return [textNode(textOf(tag, filling))];
	});
}

/** A paragraph of nothing but tags is none; a tag at its edge that is no part of it stands beside it. */
function itemsOfParagraph(paragraph: Element, place: Place, filling: Filling): Item[] {
	let items = itemsOf(paragraph.children, "inline", filling);
	if (place === "inline" || !items.some((item) => typeof item === "number")) {
		setChildren(paragraph, buildNodes(items, "inline", filling.tags));
		return [paragraph];
	}
	const before: Item[] = [];
	const after: Item[] = [];
	for (;;) {
		items = trimItems(items);
		const [first] = items;
		const last = items.at(-1);
		if (first === undefined) return [...before, ...after];
		const frame = enclosingFrame(first, last, filling);
		if (frame === "phrases") {
			const inside = buildNodes(items.slice(1, -1), "inline", filling.tags);
			return [...before, first, ...inside, ...(last === undefined ? [] : [last]), ...after];
		}
		if (frame === "inline") break;
		if (typeof first === "number" && standsBeside(first, items, filling)) {
			before.push(first);
			items = items.slice(1);
		} else if (typeof last === "number" && standsBeside(last, items, filling)) {
			after.unshift(last);
			items = items.slice(0, -1);
		} else break;
	}
	setChildren(paragraph, buildNodes(items, "inline", filling.tags));
	return [...before, paragraph, ...after];
}

/** Of the two tags between which a whole paragraph stands, what their frame holds. */
function enclosingFrame(
	first: Item,
	last: Item | undefined,
	{ tags }: Filling,
): "blocks" | "phrases" | "inline" | undefined {
	const tag = typeof first === "number" ? tags[first] : undefined;
	if (tag === undefined || tag.partner !== last) return undefined;
	return tag.meaning.type === "frame" ? tag.meaning.holds : "blocks";
}

/** Whether a tag at the edge of a paragraph is no part of it: one of tags alone, or with its partner elsewhere or at the other edge. */
function standsBeside(index: number, items: readonly Item[], { tags }: Filling): boolean {
	const { partner } = tags[index] ?? {};
	if (items.every((item) => typeof item === "number" || isBlank(item))) return true;
	if (partner === undefined) return false;
	return [items[0], items.at(-1)].includes(partner) || !items.includes(partner);
}

function fillAttributes(node: Element, filling: Filling): void {
	for (const [name, value] of Object.entries(node.attribs)) {
		const parts = splitPlaceholders(value);
		if (parts.every((part) => typeof part === "string")) continue;
		const texts = parts.map((part) => {
			if (typeof part === "string") return part;
			filling.seen.add(part);
			const { meaning } = filling.tags[part] ?? {};
			if (meaning?.type === "address") return meaning.reference;
			if (meaning?.type === "text") return meaning.text;
			return meaning?.type === "lost" ? undefined : "";
		});
		if (texts.includes(undefined) && name !== "alt" && name !== "title") delete node.attribs[name];
		else node.attribs[name] = texts.join("");
	}
}

/** The plain characters that a tag becomes within a text. */
export function textOf({ meaning }: TemplateTag, { resolve }: Pick<Filling, "resolve">): string {
	if (meaning.type === "text") return meaning.text;
	return meaning.type === "address" ? (resolveLink(meaning.reference, resolve) ?? "") : "";
}

/** In code a tag is what its author wrote. */
function restoreCode(node: Element, filling: Pick<Filling, "tags" | "context">): void {
	for (const [name, value] of Object.entries(node.attribs))
		node.attribs[name] = restoreText(value, filling);
	for (const child of node.children) {
		if (isText(child)) child.data = showCode(restoreText(child.data, filling), filling.context);
		else if (isTag(child)) restoreCode(child, filling);
	}
}

/** Gives a text in which every tag is what its author wrote. */
export function restoreText(text: string, { tags }: Pick<Filling, "tags">): string {
	return splitPlaceholders(text)
		.map((part) => (typeof part === "string" ? part : (tags[part]?.source ?? "")))
		.join("");
}

/** How often tags of a kind were lost outside code; a pair counts once. */
export function countLost({
	tags,
	seen,
}: Pick<Filling, "tags" | "seen">): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const index of seen) {
		const tag = tags[index];
		if (tag === undefined) continue;
		const { meaning, kind, role, partner } = tag;
		const isLost =
			meaning.type === "lost" || (meaning.type === "text" && meaning.loses !== undefined);
		if (!isLost || (role === "close" && partner !== undefined)) continue;
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	return counts;
}
