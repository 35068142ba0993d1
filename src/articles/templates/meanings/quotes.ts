import { namedArgument } from "../tag-arguments.ts";
import type { TagCall, TagRule } from "../tag-call.ts";
import type { Meaning } from "../template-tag.ts";
import { element, escapeHtml } from "../write-html.ts";

/** Tags around a quotation. Sources: Hexo, "Tag plugins" (`blockquote`, `pullquote`); Zola, "Shortcodes" (`quote`). */
export const quotes: readonly (readonly [string, TagRule])[] = [
	["blockquote", quotation],
	["quote", quotation],
	["pullquote", plainQuotation],
	["pq", plainQuotation],
	["cq", plainQuotation],
	["centerquote", plainQuotation],
];

/** `{% blockquote [author[, source]] [link] [source_link_title] %}`, or arguments with names. */
function quotation(call: TagCall): Meaning | undefined {
	const { args, form } = call;
	if (form === "single") return undefined;
	const named = namedArgument(args, "author", "source", "cite", "by");
	if (named !== undefined) return quote(element("cite", {}, escapeHtml(named)));
	const words = args.text === "" ? [] : args.text.split(/\s+/);
	const at = words.findIndex((word) => /^https?:\/\//.test(word));
	const [author = "", ...source] = words
		.slice(0, at < 0 ? words.length : at)
		.join(" ")
		.split(",");
	const href = at < 0 ? undefined : words[at];
	const label = words.slice(at + 1).join(" ") || href || "";
	const cite = href === undefined ? source.join(",").trim() : label;
	const cited = cite === "" ? "" : escapeHtml(cite);
	const linked = href === undefined ? cited : element("a", { href }, cited);
	const parts = [
		author.trim() === "" ? "" : element("strong", {}, escapeHtml(author.trim())),
		linked === "" ? "" : element("cite", {}, linked),
	];
	return quote(parts.filter(Boolean).join(" "));
}

function plainQuotation({ form }: TagCall): Meaning | undefined {
	return form === "single" ? undefined : quote("");
}

function quote(footer: string): Meaning {
	const after = footer === "" ? "" : element("footer", {}, `— ${footer}`);
	return {
		type: "frame",
		holds: "blocks",
		block: { before: "<blockquote>", after: `${after}</blockquote>` },
		inline: { before: "", after: "" },
	};
}
