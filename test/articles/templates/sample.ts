import type { BodyFormat } from "../../../src/articles/article.ts";
import {
	type ResolveReference,
	renderBody,
	type TemplateContext,
} from "../../../src/articles/body/render-body.ts";
import { parseContentReference } from "../../../src/articles/templates/content-reference.ts";
import type { DialectName } from "../../../src/settings/settings.ts";
import { resolve } from "../body/resolve.ts";

/** A site at https://example.org/base. */
export function contextOf(dialect: DialectName, path = "news/storm.md"): TemplateContext {
	return {
		dialect,
		path,
		variables: new Map([
			["site.url", "https://example.org"],
			["site.baseurl", "/base"],
			["page.title", "Storm & rain"],
		]),
	};
}

/** Content that a generator would look up stands at https://example.org/LOOKUP/PATH. */
const resolveContent: ResolveReference = (reference, use) => {
	const content = parseContentReference(reference);
	return content
		? `https://example.org/${content.lookup}/${content.path}${content.rest}`
		: resolve(reference, use);
};

/** What a reader gets of a body, without line ends between elements. */
export function htmlOf(dialect: DialectName, text: string, path?: string): string {
	return rendered(dialect, text, path)
		.html.replaceAll(/(?<=>)\n+|\n+(?=<(?!\/code>))/g, "")
		.trim();
}

export function rendered(
	dialect: DialectName,
	text: string,
	path = "news/storm.md",
): ReturnType<typeof renderBody> {
	const format: BodyFormat = path.endsWith(".html") ? "html" : "markdown";
	return renderBody({ format, text, firstLine: 1 }, resolveContent, contextOf(dialect, path));
}
