import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { parseHtml, textNode } from "../body/html-tree.ts";
import type { Frame, TemplateTag } from "./template-tag.ts";

/** Where a tag stands: among paragraphs, or within a phrase. */
export type Place = "block" | "inline";
/** A node, or the index of a tag. */
export type Item = ChildNode | number;

/** Whether an item is white space. */
export function isBlank(item: Item): boolean {
	return typeof item !== "number" && isText(item) && item.data.trim() === "";
}

/** The items without white space at their edges. */
export function trimItems(items: readonly Item[]): Item[] {
	const isWord = (item: Item): boolean => !isBlank(item);
	const first = items.findIndex(isWord);
	return first < 0 ? [] : items.slice(first, items.findLastIndex(isWord) + 1);
}

/** Frames within frames; what nobody wrote so deep stays without. */
const mostFrames = 50;

interface OpenFrame {
	readonly index: number | undefined;
	readonly nodes: ChildNode[];
}

/** Makes nodes of the tags among siblings; what stands between two partners gets their frame. */
export function buildNodes(
	items: readonly Item[],
	place: Place,
	tags: readonly TemplateTag[],
): ChildNode[] {
	if (!items.some((item) => typeof item === "number"))
		return items.filter((item) => typeof item !== "number");
	const here = new Set(items.filter((item) => typeof item === "number"));
	const root: OpenFrame = { index: undefined, nodes: [] };
	const open: OpenFrame[] = [root];
	const top = (): OpenFrame => open.at(-1) ?? root;
	for (const item of items) {
		if (typeof item !== "number") {
			top().nodes.push(item);
			continue;
		}
		const tag = tags[item];
		if (tag === undefined) continue;
		const { partner } = tag;
		if (partner === undefined || !here.has(partner)) addAlone(top().nodes, tag, place);
		else if (tag.role === "open") open.push({ index: item, nodes: [] });
		else {
			const { nodes } = open.length > 1 ? (open.pop() ?? root) : root;
			if (tag.meaning.type !== "frame" || open.length > mostFrames) top().nodes.push(...nodes);
			else top().nodes.push(...inFrame(tag.meaning[place], nodes));
		}
	}
	for (const { nodes } of open.slice(1)) root.nodes.push(...nodes);
	return root.nodes;
}

function addAlone(nodes: ChildNode[], { meaning, role }: TemplateTag, place: Place): void {
	if (meaning.type === "html") nodes.push(...parseHtml(meaning[place]).children);
	if (meaning.type === "frame") {
		const { before, after } = meaning.inline;
		const title = role === "close" ? after : before;
		const isLine = place === "block" && meaning.holds === "blocks" && title !== "";
		nodes.push(...parseHtml(isLine ? `<p>${title.trim()}</p>` : title).children);
	}
	if (meaning.type !== "contents") return;
	while (nodes.length > 0 && isBlank(nodes.at(-1) ?? textNode(""))) nodes.pop();
	const last = nodes.at(-1);
	const isList = last !== undefined && isTag(last) && /^[ou]l$/.test(last.name);
	if (isList && last.children.filter(isTag).length === 1) nodes.pop();
}

function inFrame({ before, after }: Frame, nodes: readonly ChildNode[]): readonly ChildNode[] {
	const { children } = parseHtml(`${before}<template-slot></template-slot>${after}`);
	return replaceSlot(children, nodes);
}

function replaceSlot(nodes: readonly ChildNode[], content: readonly ChildNode[]): ChildNode[] {
	return nodes.flatMap((node) => {
		if (!isTag(node)) return node;
		if (node.name === "template-slot") return content;
		setChildren(node, replaceSlot(node.children, content));
		return node;
	});
}

/** Gives an element these children. */
export function setChildren(node: Element, children: readonly ChildNode[]): void {
	node.children = [...children];
	linkSiblings(node.children, node);
}

/** Makes nodes the children of an element, or of none. */
export function linkSiblings(nodes: readonly ChildNode[], parent: Element | null): void {
	for (const [index, node] of nodes.entries()) {
		node.parent = parent;
		node.prev = nodes[index - 1] ?? null;
		node.next = nodes[index + 1] ?? null;
	}
}
