import type { TagCall, TagRule } from "../tag-call.ts";
import { hidden, type Meaning } from "../template-tag.ts";
import { element, escapeHtml } from "../write-html.ts";

/**
 * Tags around code, and around what is for nobody. Sources: Jekyll, "Tags" (`highlight`); Hugo, "Highlight shortcode",
 * "Comment shortcode"; Hexo, "Tag plugins" (`codeblock`); Liquid, "Template" (`comment`).
 */
export const codeTags: readonly (readonly [string, TagRule])[] = [
	["highlight", ({ args, body }) => code(body, args.positional[0] ?? args.named.get("lang"))],
	["mermaid", ({ body }) => code(body, "mermaid")],
	["codeblock", codeBlock],
	["code", codeBlock],
	["comment", ({ body }) => (body === undefined ? undefined : hidden)],
	["schema", ({ body }) => (body === undefined ? undefined : hidden)],
	["javascript", ({ body }) => (body === undefined ? undefined : hidden)],
];

/** `{% codeblock [title] [lang:language] [url] [link text] %}`; elsewhere the first word is the language. */
function codeBlock({ args, body, context }: TagCall): Meaning | undefined {
	if (context.dialect !== "hexo") {
		return code(body, args.named.get("lang") ?? args.named.get("language") ?? args.positional[0]);
	}
	const words = args.text.split(/\s+/).filter(Boolean);
	const language = words.find((word) => word.startsWith("lang:"))?.slice("lang:".length);
	const plain = words.filter((word) => !/^[a-z_]+:(?!\/\/)\S*$/i.test(word));
	const at = plain.findIndex((word) => /^https?:\/\//.test(word));
	const title = escapeHtml(plain.slice(0, at < 0 ? plain.length : at).join(" "));
	const label = escapeHtml(plain.slice(at + 1).join(" ") || "link");
	const link = at < 0 ? "" : element("a", { href: plain[at] }, label);
	return code(body, language, [title, link].filter(Boolean).join(" "));
}

function code(body: string | undefined, language = "", caption = ""): Meaning | undefined {
	if (body === undefined) return undefined;
	const name = /^[\w+#.-]+$/.test(language) ? language : "";
	const attributes = name === "" ? {} : { class: `language-${name}` };
	const content = element("code", attributes, escapeHtml(body));
	const pre = element("pre", {}, content);
	const block =
		caption === "" ? pre : element("figure", {}, element("figcaption", {}, caption) + pre);
	return { type: "html", block, inline: content };
}
