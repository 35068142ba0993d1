import { isTag, isText, type ParentNode } from "domhandler";
import { parseDocument } from "htmlparser2";

/** A piece of what looks like template code, with the words around it. */
export interface TemplateCode {
	readonly sign: string;
	readonly around: string;
}

/** What no reader should meet outside code. */
const signs: ReadonlyMap<string, RegExp> = new Map([
	["{{<", /\{\{[<%]/g],
	["{{", /\{\{(?![<%])/g],
	["{%", /\{%/g],
	["{:", /\{:/g],
	["<Tabs", /<\/?[A-Z][A-Za-z]*(?=[\s/>])/g],
	["import … from", /^\s*import\s.*\sfrom\s+["']/gm],
	[":::", /:::/g],
	["!!!", /^!!!\s+\w/gm],
]);

/** Finds what looks like template code in the HTML that readers get: in its text and its attributes, but not in its code. */
export function findTemplateCode(html: string): TemplateCode[] {
	const text = textOutsideCode(parseDocument(html));
	return [...signs].flatMap(([sign, pattern]) =>
		Array.from(text.matchAll(pattern), ({ index }) => ({
			sign,
			around: text.slice(Math.max(0, index - 40), index + 60),
		})),
	);
}

function textOutsideCode(node: ParentNode): string {
	return node.children
		.map((child) => {
			if (isText(child)) return child.data;
			if (!isTag(child) || child.name === "pre" || child.name === "code") return " ";
			return `${Object.values(child.attribs).join("\n")}\n${textOutsideCode(child)}`;
		})
		.join("");
}
