import { type Element, isTag } from "domhandler";
import { DomUtils } from "htmlparser2";
import { parseHtml } from "../body/html-tree.ts";
import { describeFields, type LineField } from "./line-fields.ts";
import type { WildFrontMatter } from "./wild-forms.ts";

/** Pelican's metadata in HTML: the head's `title` and `meta` elements; `keywords` are tags. The body's inside is the text. */
export function readHtmlHead(text: string): WildFrontMatter | undefined {
	const tree = parseHtml(text);
	const [head, body] = ["head", "body"].map((name) =>
		DomUtils.findOne((node) => node.name === name, tree.children),
	);
	if (!head) return undefined;
	const fields = head.children.flatMap((node) => (isTag(node) ? (readField(node) ?? []) : []));
	const first = body?.children.at(0)?.startIndex ?? body?.endIndex ?? 0;
	const last = body?.children.at(-1)?.endIndex;
	return {
		parsed: describeFields(fields),
		bodyStart: body ? first : (head.endIndex ?? -1) + 1,
		...(typeof last === "number" && { bodyEnd: last + 1 }),
	};
}

function readField({ name, attribs, children, startIndex }: Element): LineField | undefined {
	const offset = startIndex ?? 0;
	if (name === "title")
		return { key: "title", value: DomUtils.textContent(children).trim(), offset };
	const key = attribs.name?.toLowerCase();
	if (name !== "meta" || key === undefined) return undefined;
	const value = attribs.content ?? attribs.contents ?? "";
	return { key: key === "keywords" ? "tags" : key, value: value.trim(), offset };
}
