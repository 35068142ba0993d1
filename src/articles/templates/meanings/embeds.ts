import { namedArgument, type TagArguments } from "../tag-arguments.ts";
import type { TagCall, TagRule } from "../tag-call.ts";
import type { Meaning } from "../template-tag.ts";
import { element, escapeHtml, startTag } from "../write-html.ts";

/**
 * Tags that embed what stands elsewhere: for a reader, a link to it. Sources: Hugo, "Shortcodes" (`youtube`, `vimeo`,
 * `x`, `instagram`, `gist`); Hexo, "Tag plugins" (`youtube`, `vimeo`, `gist`, `jsfiddle`, `iframe`); Zola, "Shortcodes";
 * jekyll-gist; Docusaurus and Astro components of these names.
 */
export const embeds: readonly (readonly [string, TagRule])[] = [
	...[
		"youtube",
		"youtubeplayer",
		"youtube-lite",
		"youtube-enhanced",
		"liteyoutubeembed",
		"litevideo",
	].map(
		(name) =>
			[name, player("https://www.youtube.com/embed/", "https://www.youtube.com/watch?v=")] as const,
	),
	...["vimeo", "vimeo-enhanced"].map(
		(name) => [name, player("https://player.vimeo.com/video/", "https://vimeo.com/")] as const,
	),
	...["tweet", "twitter", "x", "tweet_simple", "twitter_simple", "x_simple"].map(
		(name) => [name, post] as const,
	),
	...["gist", "gist-it"].map((name) => [name, gist] as const),
	["instagram", place("https://www.instagram.com/p/")],
	["jsfiddle", place("https://jsfiddle.net/")],
	["asciinema", place("https://asciinema.org/a/")],
	["bilibili", place("https://www.bilibili.com/video/")],
	["codesandbox", place("https://codesandbox.io/s/")],
	["iframe", place("")],
	["embed", place("")],
	["video", medium("video")],
	["audio", medium("audio")],
];

function idOf(args: TagArguments): string | undefined {
	return (
		namedArgument(args, "id", "videoid", "video_id", "v", "video", "tweetid", "url", "src") ??
		args.positional[0]
	);
}

function player(embedded: string, page: string): TagRule {
	return ({ args }) => {
		const id = idOf(args);
		if (id === undefined) return undefined;
		const isUrl = /^https?:/.test(id);
		const title = namedArgument(args, "title", "caption");
		const src = isUrl ? id : embedded + encodeURIComponent(id);
		const href = isUrl ? id : page + encodeURIComponent(id);
		return {
			type: "html",
			block: `${startTag("iframe", { src, title })}</iframe>`,
			inline: element("a", { href }, escapeHtml(title ?? href)),
		};
	};
}

/** `user` and `id`, in Hugo's order of names; an id alone; an address. */
function post({ args }: TagCall): Meaning | undefined {
	const id = idOf(args);
	if (id === undefined) return undefined;
	if (/^https?:/.test(id)) return link(id);
	const user = namedArgument(args, "user");
	return link(`https://x.com/${encodeURIComponent(user ?? "i")}/status/${encodeURIComponent(id)}`);
}

/** `user id [file]` (Hugo), `id [file]` and `user/id [file]` (Jekyll, Hexo). */
function gist({ args }: TagCall): Meaning | undefined {
	const named = namedArgument(args, "id", "url");
	const [first, second] = args.positional;
	if (named !== undefined || first === undefined)
		return named === undefined ? undefined : gistLink(named);
	const isUserFirst = second !== undefined && /^[0-9a-f]{5,}$/i.test(second);
	return gistLink(isUserFirst ? `${first}/${second}` : first);
}

function gistLink(id: string): Meaning {
	return link(/^https?:/.test(id) ? id : `https://gist.github.com/${id}`);
}

function place(base: string): TagRule {
	return ({ args, form }) => {
		const id = idOf(args);
		if (id === undefined || form === "pair") return undefined;
		if (/^https?:/.test(id)) return link(id, namedArgument(args, "title"));
		return base === "" ? undefined : link(base + id, namedArgument(args, "title"));
	};
}

function medium(name: "video" | "audio"): TagRule {
	return ({ args, form }) => {
		const src = namedArgument(args, "src", "url", "file", "mp4") ?? args.positional[0];
		if (src === undefined || form === "pair") return undefined;
		const player = element(name, { src, poster: args.named.get("poster") }, "");
		const label = namedArgument(args, "title", "caption") ?? src;
		return { type: "html", block: player, inline: element("a", { href: src }, escapeHtml(label)) };
	};
}

function link(href: string, title?: string): Meaning {
	const inline = element("a", { href }, escapeHtml(title ?? href));
	return { type: "html", block: element("p", {}, inline), inline };
}
