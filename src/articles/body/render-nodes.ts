import type { ChildNode } from "domhandler";
import { fillTemplates } from "../templates/fill-templates.ts";
import type { MaskedText } from "../templates/mask-templates.ts";
import type { TemplateContext } from "../templates/template-context.ts";
import { buildExcerpt } from "./excerpt.ts";
import { titleAlerts } from "./quote-alerts.ts";
import type { ResolveReference } from "./references.ts";
import { readTree, renderSafeHtml } from "./safe-html.ts";

/** An article's text, ready for every feed and page that shows it. */
export interface RenderedBody {
	/** Reader-safe HTML (see `renderSafeHtml`). */
	readonly html: string;
	/** Plain characters in one line: the text before `<!--more-->`, else the first paragraph; see `buildExcerpt`. */
	readonly excerpt: string;
	/** How often template code of a kind (`{% image %}`) was lost. */
	readonly dropped: ReadonlyMap<string, number>;
}

/** A text without its template code, and what decides about the rest. */
export interface BodySource extends MaskedText {
	/** Whether something in it looks like the mark of an alert. */
	readonly mayHoldAlerts: boolean;
	readonly templates: TemplateContext | undefined;
}

/** Renders the nodes of a text's HTML, with what its template code becomes; they are changed. */
export function renderNodes(
	children: readonly ChildNode[],
	source: BodySource,
	resolve: ResolveReference,
): RenderedBody {
	const { nodes, dropped } = source.templates
		? fillTemplates(children, source, source.templates, resolve)
		: { nodes: children, dropped: new Map<string, number>() };
	if (source.mayHoldAlerts) titleAlerts(nodes);
	const readerTree = readTree(nodes, resolve);
	return { html: renderSafeHtml(readerTree), excerpt: buildExcerpt(readerTree), dropped };
}
