import type { Element } from "domhandler";
import { cleanText } from "../clean-text.ts";
import { globalAttributes, readerElements } from "./elements.ts";
import { resolveLink } from "./references.ts";
import type { Surroundings } from "./surroundings.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

const referenceAttributes = ["href", "src", "srcset", "poster", "cite"];
const alignment = /(?:^|;)\s*text-align\s*:\s*(left|center|right)/i;

/**
 * Gives the attributes with which an element called `name` is shown: those of the reader's table, clean, with
 * `cite` resolved, an id only where a link points to it, and `references` (already resolved) added.
 */
export function buildAttributes(
	name: string,
	written: Attributes,
	around: Surroundings,
	references: Attributes = {},
): Record<string, string> {
	const allowed = [...(readerElements.get(name) ?? []), ...globalAttributes];
	const attributes: Record<string, string> = {};
	for (const attribute of allowed) {
		const value = referenceAttributes.includes(attribute)
			? references[attribute]
			: writtenValue(name, attribute, written, around);
		if (value !== undefined) attributes[attribute] = cleanText(value);
	}
	if (written.cite !== undefined && allowed.includes("cite")) {
		const cite = resolveLink(written.cite, around.resolve);
		if (cite !== undefined) attributes.cite = cite;
	}
	return attributes;
}

/** Gives how a cell's text is aligned: `left`, `center` or `right`. */
export function alignmentOf(style: string | undefined): string | undefined {
	return alignment.exec(style ?? "")?.[1]?.toLowerCase();
}

/** What a script would have put into `attribute` when the picture came into view, else what is written there. */
export function loadedValue(element: Element, attribute: "src" | "srcset"): string | undefined {
	const { attribs } = element;
	const written = attribs[attribute];
	const isPlaceholder = !written?.trim() || /^\s*(?:data:|about:)/i.test(written);
	const later = attribs[`data-${attribute}`] ?? attribs[`data-lazy-${attribute}`];
	return isPlaceholder && later ? later : written;
}

function writtenValue(
	name: string,
	attribute: string,
	written: Attributes,
	around: Surroundings,
): string | undefined {
	if (attribute === "id") {
		const id = written.id ?? (name === "a" ? written.name : undefined);
		return id !== undefined && around.linkedIds.has(id) ? id : undefined;
	}
	// Markdown's tables, too, say it with a style.
	if (attribute === "align") return written.align ?? alignmentOf(written.style);
	return written[attribute];
}
