import { SaxesParser } from "saxes";

/** An element as a strict parser reads it. */
export interface ParsedElement {
	/** With its prefix, as written. */
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** The text in the element itself, not in its children. */
	readonly text: string;
	readonly children: readonly ParsedElement[];
}

/** The root element of an XML document; throws where it is not well-formed or a prefix is not declared. */
export function parseStrictly(xml: string): ParsedElement {
	interface Open {
		name: string;
		attributes: Record<string, string>;
		text: string;
		children: Open[];
	}
	const document: Open = { name: "", attributes: {}, text: "", children: [] };
	const open: Open[] = [document];
	const parser = new SaxesParser({ xmlns: true });
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", (tag) => {
		const element: Open = { name: tag.name, attributes: {}, text: "", children: [] };
		for (const [name, attribute] of Object.entries(tag.attributes)) {
			element.attributes[name] = attribute.value;
		}
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on("closetag", () => {
		open.pop();
	});
	const addText = (text: string): void => {
		const element = open.at(-1);
		if (element) element.text += text;
	};
	parser.on("text", addText);
	parser.on("cdata", addText);
	parser.write(xml).close();
	const [root] = document.children;
	if (!root) throw new Error("The document has no root element.");
	return root;
}

/** The children of one name. */
export function childrenOf(element: ParsedElement, name: string): ParsedElement[] {
	return element.children.filter((child) => child.name === name);
}

/** The only child of a name; throws if there is none or more than one. */
export function childOf(element: ParsedElement, name: string): ParsedElement {
	const [child, ...others] = childrenOf(element, name);
	if (!child || others.length > 0) {
		throw new Error(`<${element.name}> has ${others.length + (child ? 1 : 0)} <${name}>, not one.`);
	}
	return child;
}

/** The texts of all children of one name. */
export function textsOf(element: ParsedElement, name: string): string[] {
	return childrenOf(element, name).map((child) => child.text);
}
