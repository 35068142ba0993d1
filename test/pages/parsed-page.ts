import { type DefaultTreeAdapterMap, parse } from "parse5";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** An element of a page as the HTML standard's algorithm reads it. */
export interface ParsedElement {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly text: string;
	readonly inside: readonly ParsedElement[];
}

/** Reads a document with parse5; throws at the first parse error. */
export function parsePage(text: string): ParsedElement {
	const document = parse(text, {
		onParseError: ({ code, startLine, startCol }) => {
			throw new Error(`${code} in line ${startLine}, column ${startCol}`);
		},
	});
	const root = document.childNodes.find((node) => "tagName" in node);
	if (!root || !("tagName" in root)) throw new Error("The document has no element.");
	return readElement(root);
}

/** All elements below, in tree order, with this name and, where given, these attribute values. */
export function findAll(
	root: ParsedElement,
	name: string,
	attributes: Readonly<Record<string, string>> = {},
): readonly ParsedElement[] {
	return root.inside.flatMap((element) => {
		const matches =
			element.name === name &&
			Object.entries(attributes).every(([key, value]) => element.attributes[key] === value);
		return [...(matches ? [element] : []), ...findAll(element, name, attributes)];
	});
}

/** The only such element. */
export function findOne(
	root: ParsedElement,
	name: string,
	attributes: Readonly<Record<string, string>> = {},
): ParsedElement {
	const [first, ...others] = findAll(root, name, attributes);
	if (!first || others.length > 0) {
		throw new Error(`${others.length + (first ? 1 : 0)} × ${name} ${JSON.stringify(attributes)}`);
	}
	return first;
}

/** The names of the elements, nested: equal for pages that differ in texts alone. */
export function outlineOf(element: ParsedElement): string {
	return `${element.name}(${element.inside.map(outlineOf).join(" ")})`;
}

function readElement(element: Element): ParsedElement {
	return {
		name: element.tagName,
		attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
		text: readText(element),
		inside: element.childNodes.filter((node) => "tagName" in node).map(readElement),
	};
}

function readText(node: Node): string {
	if ("value" in node) return node.value;
	return "childNodes" in node ? node.childNodes.map(readText).join("") : "";
}
