import { parsePath } from "../file-path.ts";
import { readHtmlHead } from "./html-head.ts";
import {
	describeFields,
	fieldListForm,
	metaDataForm,
	nikolaForm,
	readLineFields,
} from "./line-fields.ts";
import { readMdxExport } from "./mdx-export.ts";
import type { ParsedSource } from "./parsed-source.ts";
import { readRestTitle } from "./rest-title.ts";

/** Front matter that no fence opens: its offsets count from the beginning of the text. */
export interface WildFrontMatter {
	readonly parsed: ParsedSource;
	readonly bodyStart: number;
	/** Where the body ends before the text does. */
	readonly bodyEnd?: number;
}

/** Forms that any generator's files may have: an HTML comment, Nikola's lines, an object that MDX exports. */
export function readWildFrontMatter(text: string, file: string): WildFrontMatter | undefined {
	return readComment(text) ?? readNikola(text, 0) ?? readExport(text, file);
}

/** Pelican's: metadata lines in Markdown, a field list in reStructuredText, the head of HTML. */
export function readPelicanMetadata(text: string, file: string): WildFrontMatter | undefined {
	const { ending } = parsePath(file);
	if (ending === ".rst") return readRest(text);
	if (ending === ".html" || ending === ".htm") return readHtmlHead(text);
	const start = /^-{3}[ \t]*\n/.exec(text)?.[0].length ?? 0;
	const { fields, end } = readLineFields(text, start, metaDataForm);
	return fields.length === 0 ? undefined : { parsed: describeFields(fields), bodyStart: end };
}

function readRest(text: string): WildFrontMatter | undefined {
	const nikola = readNikola(text, 0);
	if (nikola !== undefined) return nikola;
	const title = readRestTitle(text);
	const blank = /[ \t\n]*/y;
	blank.lastIndex = title?.end ?? 0;
	const start = blank.lastIndex + (blank.exec(text)?.[0].length ?? 0);
	const { fields, end } = readLineFields(text, start, fieldListForm);
	if (title === undefined && fields.length === 0) return undefined;
	const own = title === undefined ? [] : [{ key: "title", value: title.text, offset: title.start }];
	return { parsed: describeFields([...fields, ...own]), bodyStart: end };
}

function readNikola(text: string, from: number): WildFrontMatter | undefined {
	const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
	const { fields, end } = readLineFields(text, start, nikolaForm);
	const isMetadata = fields.some(({ key }) => key === "title" || key === "date");
	return isMetadata ? { parsed: describeFields(fields), bodyStart: end } : undefined;
}

/** A comment at the beginning that holds Nikola's lines, or lines of `key: value` with a title or a date. */
function readComment(text: string): WildFrontMatter | undefined {
	const opening = /^\s*<!--/.exec(text)?.[0].length;
	if (opening === undefined) return undefined;
	const closing = text.indexOf("-->", opening);
	if (closing < 0) return undefined;
	const inner = text.slice(0, closing);
	const bodyStart = closing + "-->".length;
	const nikola = readNikola(inner, opening);
	if (nikola !== undefined) return { ...nikola, bodyStart };
	const start = opening + (/^\s*(?:-{3,}[ \t]*\n)?/.exec(inner.slice(opening))?.[0].length ?? 0);
	const { fields } = readLineFields(inner, start, metaDataForm);
	const isMetadata = fields.some(({ key }) => key === "title" || key === "date");
	return isMetadata ? { parsed: describeFields(fields.map(unquote)), bodyStart } : undefined;
}

function unquote<Field extends { readonly value: string }>(field: Field): Field {
	const quoted = /^(["'])(.*)\1$/s.exec(field.value)?.[2];
	return quoted === undefined ? field : { ...field, value: quoted };
}

function readExport(text: string, file: string): WildFrontMatter | undefined {
	const parsed = parsePath(file).ending === ".mdx" ? readMdxExport(text) : undefined;
	return parsed && { parsed, bodyStart: 0 };
}
