import { type ChildNode, Element } from "domhandler";
import { cleanLine } from "../clean-text.ts";
import { buildAttributes, loadedValue } from "./attributes.ts";
import { watchPage } from "./embeds.ts";
import { containsElement, textNode } from "./html-tree.ts";
import { resolveMedia, resolvePicture, resolveSrcset } from "./references.ts";
import type { Surroundings } from "./surroundings.ts";

/** A picture with absolute addresses; one without any leaves its alternative text behind. */
export function buildImage(element: Element, around: Surroundings): readonly ChildNode[] {
	const set = resolveSrcset(loadedValue(element, "srcset") ?? "", around.resolve);
	const src = resolvePicture(loadedValue(element, "src") ?? "", around.resolve) ?? set?.first;
	if (src === undefined)
		return element.attribs.alt ? [textNode(cleanLine(element.attribs.alt))] : [];
	const references = { src, srcset: set?.srcset };
	return [new Element("img", buildAttributes("img", element.attribs, around, references))];
}

/** A `source` or `track` with absolute addresses; nothing if it has none. */
export function buildSource(element: Element, around: Surroundings): readonly ChildNode[] {
	const srcset = element.name === "source" ? loadedValue(element, "srcset") : undefined;
	const set = resolveSrcset(srcset ?? "", around.resolve);
	const src = resolveMedia(loadedValue(element, "src") ?? "", around.resolve);
	if (set === undefined && src === undefined) return [];
	const references = { src, srcset: set?.srcset };
	return [
		new Element(element.name, buildAttributes(element.name, element.attribs, around, references)),
	];
}

/** An `audio` or `video` that people can start; without anything to play, what it shows instead. */
export function buildPlayer(
	element: Element,
	children: readonly ChildNode[],
	around: Surroundings,
): readonly ChildNode[] {
	const src = resolveMedia(loadedValue(element, "src") ?? "", around.resolve);
	if (src === undefined && !containsElement(children, "source")) return children;
	const poster = resolvePicture(element.attribs.poster ?? "", around.resolve);
	const written = { ...element.attribs, controls: "" };
	const attributes = buildAttributes(element.name, written, around, { src, poster });
	return [new Element(element.name, attributes, [...children])];
}

/**
 * A link to what an `iframe`, `embed` or `object` shows, named by its title, else by its address; a paragraph
 * of its own where one can stand. Without an address on the web: the element's fallback.
 */
export function buildEmbedLink(
	element: Element,
	reference: string | undefined,
	fallback: readonly ChildNode[],
	around: Surroundings,
): readonly ChildNode[] {
	const lazy = element.attribs["data-src"] ?? element.attribs["data-lazy-src"];
	const address =
		resolveMedia(reference ?? "", around.resolve) ?? resolveMedia(lazy ?? "", around.resolve);
	if (address === undefined) return fallback;
	const href = watchPage(address);
	const label = cleanLine(element.attribs.title ?? element.attribs["aria-label"] ?? "") || href;
	const text = textNode(label);
	if (around.inLink) return [text];
	const link = new Element("a", { href }, [text]);
	return [around.inPhrase ? link : new Element("p", {}, [link])];
}
