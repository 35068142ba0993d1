import { renderInlineMarkdown } from "../../body/markdown.ts";
import { readableName } from "../../readable-name.ts";
import { namedArgument } from "../tag-arguments.ts";
import type { TagCall, TagRule } from "../tag-call.ts";
import { hidden, type Meaning } from "../template-tag.ts";
import { element } from "../write-html.ts";

/** Kinds of callouts, each under its own name. */
const kinds = [
	...["abstract", "attention", "bug", "caution", "danger", "error", "example", "failure", "hint"],
	...["important", "info", "note", "question", "seealso", "success", "summary", "tip", "todo"],
	...["update", "warn", "warning"],
];

/** Tags that hold a callout of any kind. */
const general = ["admonition", "alert", "aside", "callout", "notice", "hint-box", "note-box"];

/**
 * Callouts, what opens, and tabs, each under its label. Sources: Docusaurus, "Admonitions", "Tabs"; Hugo, "Details shortcode"; Docsy, "Alert",
 * Hugo Book, "Hints"; NexT, "Note"; Python-Markdown, "Admonition"; VitePress, "Custom containers".
 */
export const callouts: readonly (readonly [string, TagRule])[] = [
	...kinds.map((name) => [name, ownKind] as const),
	...general.map((name) => [name, anyKind] as const),
	...["details", "collapse", "expand", "fold", "folding", "hidetoggle", "spoiler"].map(
		(name) => [name, details] as const,
	),
	...["tab", "tabitem"].map((name) => [name, tab] as const),
	...["tabs", "tabpane", "codegroup", "steps"].map((name) => [name, () => hidden] as const),
];

/** The kinds by which authors' own words are told from a style: `{% note info %}`. */
const styles = ["default", "primary", "secondary", "light", "dark", "no-icon", ...kinds];

function ownKind(call: TagCall): Meaning | undefined {
	const { name, args, form } = call;
	if (form === "single" && args.named.size === 0 && args.positional.length === 0) return undefined;
	const words = args.positional.filter((word) => !styles.includes(word));
	const style = args.positional.find((word) => kinds.includes(word));
	const title = namedArgument(args, "title", "summary") ?? words.join(" ");
	return callout(call, title || readableName(style ?? name));
}

function anyKind(call: TagCall): Meaning | undefined {
	const { args } = call;
	const written = namedArgument(args, "type", "kind", "level", "color") ?? args.positional[0] ?? "";
	const isKind = kinds.includes(written.toLowerCase());
	const title =
		namedArgument(args, "title", "summary", "heading") ??
		(args.named.size > 0 || !isKind ? undefined : args.positional.slice(1).join(" "));
	return callout(call, title || (isKind ? readableName(written.toLowerCase()) : ""));
}

function callout({ args, form }: TagCall, title: string): Meaning | undefined {
	const label = title === "" ? "" : element("strong", {}, renderInlineMarkdown(title));
	const heading = label === "" ? "" : element("p", {}, label);
	if (form === "pair") {
		return {
			type: "frame",
			holds: "blocks",
			block: { before: `<aside>${heading}`, after: "</aside>" },
			inline: { before: label && `${label} `, after: "" },
		};
	}
	const text = namedArgument(args, "content", "text", "message", "body");
	if (text === undefined) return undefined;
	const content = renderInlineMarkdown(text);
	return {
		type: "html",
		block: element("aside", {}, heading + element("p", {}, content)),
		inline: `${label} ${content}`,
	};
}

function details({ args, form }: TagCall): Meaning | undefined {
	if (form === "single") return undefined;
	const title = namedArgument(args, "summary", "title") ?? args.positional.join(" ");
	const label = renderInlineMarkdown(title || "Details");
	return {
		type: "frame",
		holds: "blocks",
		block: { before: `<details>${element("summary", {}, label)}`, after: "</details>" },
		inline: { before: title === "" ? "" : `${element("strong", {}, label)} `, after: "" },
	};
}

function tab({ args, form }: TagCall): Meaning | undefined {
	const title =
		namedArgument(args, "label", "title", "name", "header", "value") ?? args.positional[0];
	if (form === "single" || title === undefined) return undefined;
	const label = element("strong", {}, renderInlineMarkdown(title));
	return {
		type: "frame",
		holds: "blocks",
		block: { before: element("p", {}, label), after: "" },
		inline: { before: `${label} `, after: "" },
	};
}
