import { readableName } from "../../readable-name.ts";
import { contentReference } from "../content-reference.ts";
import { namedArgument } from "../tag-arguments.ts";
import type { TagCall, TagRule } from "../tag-call.ts";
import type { Meaning } from "../template-tag.ts";
import { element, escapeHtml } from "../write-html.ts";

/**
 * Tags that give an address, or a link. Sources: Hugo, "Ref shortcode", "Relref shortcode"; Jekyll, "Tags" (`link`,
 * `post_url`); Hexo, "Tag plugins" (`post_link`, `post_path`, `asset_path`, `asset_link`, `link`); Docusaurus, `Link`.
 */
export const links: readonly (readonly [string, TagRule])[] = [
	["ref", page],
	["relref", page],
	["link", (call) => (call.context.dialect === "jekyll" ? page(call) : writtenLink(call))],
	["a", writtenLink],
	["button", writtenLink],
	["linkbutton", writtenLink],
	["post_url", post],
	["post_path", post],
	["post_link", postLink],
	["asset_path", ({ args }) => addressOf(args.positional[0])],
	["asset_link", assetLink],
];

function page({ args, form }: TagCall): Meaning | undefined {
	const path = namedArgument(args, "path") ?? args.positional[0];
	if (path === undefined || form === "pair") return undefined;
	return addressOf(contentReference("page", path));
}

function post({ args }: TagCall): Meaning | undefined {
	const [name] = args.positional;
	return name === undefined ? undefined : addressOf(contentReference("post", name));
}

/** `{% post_link filename [title] [escape] %}`. */
function postLink({ args }: TagCall): Meaning | undefined {
	const [name, ...words] = args.positional;
	if (name === undefined) return undefined;
	const title = words.filter((word) => word !== "true" && word !== "false").join(" ");
	return linkTo(contentReference("post", name), title || readableName(name.replace(/^.*\//, "")));
}

/** `{% asset_link filename [title] [escape] %}`. */
function assetLink({ args }: TagCall): Meaning | undefined {
	const [file, ...words] = args.positional;
	if (file === undefined) return undefined;
	const title = words.filter((word) => word !== "true" && word !== "false").join(" ");
	return linkTo(file, title || file);
}

/** A component around its words, or Hexo's `{% link text url [external] [title] %}`. */
function writtenLink({ args, form }: TagCall): Meaning | undefined {
	const href =
		namedArgument(args, "href", "to", "url", "link", "relref") ??
		args.positional.find((word) => /^https?:|^\//.test(word));
	if (href === undefined) return undefined;
	if (form === "pair") {
		const [before = "", after = ""] = element("a", { href }, "\n").split("\n");
		const frame = { before, after };
		return { type: "frame", holds: "inline", block: frame, inline: frame };
	}
	const words = args.positional.slice(0, Math.max(0, args.positional.indexOf(href)));
	return linkTo(href, namedArgument(args, "text", "title", "label") ?? (words.join(" ") || href));
}

function addressOf(reference: string | undefined): Meaning | undefined {
	return reference === undefined ? undefined : { type: "address", reference };
}

function linkTo(href: string, label: string): Meaning {
	const inline = element("a", { href }, escapeHtml(label));
	return { type: "html", block: element("p", {}, inline), inline };
}
