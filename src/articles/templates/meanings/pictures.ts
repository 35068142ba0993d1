import { parseHtml } from "../../body/html-tree.ts";
import { renderInlineMarkdown } from "../../body/markdown.ts";
import { plainCharacters } from "../../body/plain-characters.ts";
import { namedArgument } from "../tag-arguments.ts";
import type { TagCall, TagRule } from "../tag-call.ts";
import type { Meaning } from "../template-tag.ts";
import { element, escapeHtml, startTag } from "../write-html.ts";

const pictureEnding = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico)(?:[?#].*)?$/i;

interface Picture {
	readonly src: string;
	readonly alt?: string | undefined;
	readonly caption?: string | undefined;
	readonly heading?: string | undefined;
	readonly link?: string | undefined;
	readonly width?: string | undefined;
	readonly height?: string | undefined;
}

/**
 * Tags that show a picture. Sources: Hugo, "Figure shortcode"; Eleventy, "Image" (asynchronous shortcode); Hexo, "Tag
 * plugins" (`img`, `asset_img`); Next.js and Astro, "Image".
 */
export const pictures: readonly (readonly [string, TagRule])[] = [
	...["figure", "image", "img", "picture", "responsive_image", "image_with_class"].map(
		(name) => [name, figure] as const,
	),
	["asset_img", assetImage],
];

/** A picture for any tag that names one: `src="a.png"`, `image: "a.png"`. */
export function pictureOf({ args, form }: TagCall): Meaning | undefined {
	if (form === "pair") return undefined;
	const src = namedArgument(
		args,
		"src",
		"image",
		"img",
		"image_path",
		"url",
		"path",
		"file",
		"source",
	);
	return src !== undefined && pictureEnding.test(src)
		? show(pictureFrom(src, { args }))
		: undefined;
}

function figure(call: TagCall): Meaning | undefined {
	const { args, context, form } = call;
	if (context.dialect === "hexo" && args.named.size === 0) return assetImage(call);
	const named = namedArgument(args, "src", "image", "img", "url", "path", "file", "source");
	const [first, ...rest] = args.positional;
	const src = named ?? first;
	if (src === undefined || (form === "pair" && named === undefined)) return undefined;
	const alt = rest.find((value) => /\s/.test(value)) ?? rest[0];
	return show({
		...pictureFrom(addressFrom(src, call), call),
		...(named === undefined && alt ? { alt } : {}),
	});
}

/** Eleventy's plugin counts paths from the site's root. */
function addressFrom(src: string, { context }: TagCall): string {
	const isBare = context.dialect === "eleventy" && !/^(?:[./]|[a-z][a-z0-9+.-]*:)/i.test(src);
	return isBare ? `/${src}` : src;
}

function pictureFrom(src: string, { args }: Pick<TagCall, "args">): Picture {
	const caption = namedArgument(args, "caption", "attr");
	return {
		src,
		alt: args.named.get("alt"),
		caption,
		heading: namedArgument(args, "title"),
		link: namedArgument(args, "link", "href"),
		width: numberOf(args.named.get("width")),
		height: numberOf(args.named.get("height")),
	};
}

/** `{% asset_img [class names] slug [width] [height] [title text [alt text]] %}`, `{% img … "title" "alt" %}`. */
function assetImage({ args }: TagCall): Meaning | undefined {
	const words = args.positional;
	const index = words.findIndex((word) => pictureEnding.test(word) || word.includes("/"));
	const src = words[index];
	if (src === undefined) return undefined;
	const rest = words.slice(index + 1);
	const texts = rest.filter((word) => !/^\d+(?:px|%)?$/.test(word));
	const [width, height] = rest.filter((word) => /^\d+$/.test(word));
	const [title, alt] = texts.flatMap((text) => text.split(/['"]/)).map((text) => text.trim());
	return show({ src, alt: alt || title, width, height });
}

function show({ src, alt, caption, heading, link, width, height }: Picture): Meaning {
	const captionHtml = caption === undefined ? "" : renderInlineMarkdown(caption);
	const words = alt ?? (plainCharacters(parseHtml(captionHtml).children) || heading || "");
	const image = startTag("img", { src, alt: words, width, height });
	const inline = link === undefined ? image : element("a", { href: link }, image);
	const lines = [heading && `<strong>${escapeHtml(heading)}</strong>`, captionHtml].filter(Boolean);
	if (lines.length === 0) return { type: "html", block: element("p", {}, inline), inline };
	const block = element("figure", {}, inline + element("figcaption", {}, lines.join("<br>")));
	return { type: "html", block, inline };
}

function numberOf(text: string | undefined): string | undefined {
	return text === undefined ? undefined : /^(\d+)(?:px)?$/.exec(text)?.[1];
}
