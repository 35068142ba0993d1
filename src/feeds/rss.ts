import { type Extension, Feed } from "feed";
import { renderRfc3339 } from "./dates.ts";
import type { Entry, FeedFormat, FeedHead, Frame, Image } from "./feed.ts";
import { buildExtension } from "./feed-extension.ts";
import { generator } from "./generator.ts";
import { buildHistoryLinks, historyMark, historyNamespace } from "./history.ts";
import { buildImageContent, buildMediaContent, mediaNamespace } from "./media-content.ts";
import { feedMediaTypes } from "./media-types.ts";
import {
	buildPlain,
	buildText,
	escapePlain,
	protectAttributes,
	protectText,
	type RssElement,
	restoreReferences,
} from "./rss-text.ts";

const bareRoot = '<rss version="2.0">';
const root =
	'<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"' +
	` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="${mediaNamespace}">`;
const channelEnd = "\n    </channel>";
const itemStart = "\n        <item>";
const itemEnd = "</item>";

/** Holds an element's place in the item until an extension puts its value there. */
const held = "https://example.invalid/";

/**
 * RSS 2.0 (with the RSS Advisory Board's profile), requirements 66 to 78. The `feed` package
 * renders the channel and each item; decision 001 tells what it is not trusted with.
 */
export const rss: FeedFormat = {
	name: "rss",
	fileName: "rss.xml",
	contentType: `${feedMediaTypes.rss}; charset=utf-8`,
	mediaType: feedMediaTypes.rss,
	label: "RSS",
	separator: "",
	renderFrame,
	renderEntry,
	renderTombstone: () => "",
};

function renderFrame(head: FeedHead): Frame {
	const channel = new Feed({
		title: escapePlain(head.title),
		link: held,
		description: escapePlain(head.description || head.title),
		updated: head.updated,
		docs: "https://www.rssboard.org/rss-specification",
		generator,
		ttl: head.ttlInMinutes,
		...(head.language === undefined ? {} : { language: escapePlain(head.language) }),
	});
	for (const extension of channelExtensions(head)) {
		channel.addExtension(extension);
	}
	const document = restoreReferences(channel.rss2()).replace(bareRoot, root);
	const end = document.lastIndexOf(channelEnd);
	return { head: document.slice(0, end), tail: `${document.slice(end)}\n` };
}

function channelExtensions(head: FeedHead): Extension[] {
	// The page comes first: SimplePie takes the first alternate, not <link>, for the site's address.
	const links = [
		{ rel: "self", type: feedMediaTypes.rss, href: head.selfUrls.rss },
		{ rel: "alternate", type: "text/html", href: head.homePageUrl },
		{ rel: "alternate", type: feedMediaTypes.atom, href: head.selfUrls.atom },
		{ rel: "alternate", type: feedMediaTypes.json, href: head.selfUrls.json },
		...buildHistoryLinks(head, "rss").map((link) => ({ ...link, type: feedMediaTypes.rss })),
	];
	const mark = historyMark(head);
	return [
		buildExtension("link", buildText(head.homePageUrl)),
		...(head.image && isChannelImage(head.image)
			? [
					buildExtension("image", {
						url: buildText(head.image.url),
						title: buildPlain(head.title),
						link: buildText(head.homePageUrl),
					}),
				]
			: []),
		buildExtension(
			"dc:creator",
			head.authors.map((author) => buildPlain(author.name)),
		),
		buildExtension(
			"atom:link",
			links.map((link): RssElement => ({ _attributes: protectAttributes(link) })),
		),
		...(mark ? [buildExtension(mark, { _attributes: { "xmlns:fh": historyNamespace } })] : []),
	];
}

function renderEntry(entry: Entry): string {
	const one = new Feed({ title: "", updated: entry.updated, generator: false });
	const { title, description, content } = itemTexts(entry);
	one.addItem({
		title: title ? held : "",
		link: held,
		guid: protectText(entry.id),
		date: entry.published,
		...(description ? { description: held } : {}),
		...(content ? { content: held } : {}),
		category: entry.categories.map(({ label }) => ({ name: escapePlain(label) })),
		extensions: [
			...(title ? [buildExtension("title", title)] : []),
			buildExtension("link", buildText(entry.url)),
			...(entry.id === entry.url ? [buildExtension("guid", buildPermaLink(entry.id))] : []),
			...(description ? [buildExtension("description", description)] : []),
			...(content ? [buildExtension("content:encoded", content)] : []),
			...itemExtensions(entry),
		],
	});
	const document = restoreReferences(one.rss2());
	const end = document.lastIndexOf(itemEnd) + itemEnd.length;
	return document.slice(document.indexOf(itemStart), end);
}

/**
 * What a reader shows. The summary is `description` and the full text `content:encoded` behind it
 * (requirement 72); without a summary the full text is the description. An item that has neither
 * must have a title (requirement 69).
 */
function itemTexts(entry: Entry): {
	readonly title?: RssElement;
	readonly description?: RssElement;
	readonly content?: RssElement;
} {
	const summary = entry.summary.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
	const description = summary || entry.contentHtml;
	const title = entry.title || (description ? undefined : entry.url);
	return {
		...(title ? { title: buildPlain(title) } : {}),
		...(description ? { description: buildText(description) } : {}),
		...(summary && entry.contentHtml ? { content: buildText(entry.contentHtml) } : {}),
	};
}

/**
 * RSS has room for one enclosure (requirement 74); further ones are `media:content`, as the
 * picture is.
 */
function itemExtensions(entry: Entry): Extension[] {
	const [enclosure, ...others] = entry.enclosures;
	const media = [
		...(entry.image ? [buildImageContent(entry.image)] : []),
		...others.map((other) => buildMediaContent(other)),
	];
	return [
		buildExtension(
			"dc:creator",
			entry.authors.map((author) => buildPlain(author.name)),
		),
		...(entry.language ? [buildExtension("dc:language", buildPlain(entry.language))] : []),
		...(enclosure
			? [
					buildExtension("enclosure", {
						_attributes: protectAttributes({
							url: enclosure.url,
							length: String(enclosure.lengthInBytes),
							type: enclosure.mediaType,
						}),
					}),
				]
			: []),
		buildExtension(
			"media:content",
			media.map((attributes): RssElement => ({ _attributes: protectAttributes(attributes) })),
		),
		...(entry.updated > entry.published
			? [buildExtension("atom:updated", buildText(renderRfc3339(entry.updated)))]
			: []),
	];
}

function buildPermaLink(url: string): RssElement {
	return { ...buildText(url), _attributes: { isPermaLink: "true" } };
}

/** RSS 2.0: "url is the URL of a GIF, JPEG or PNG image". */
function isChannelImage(image: Image): boolean {
	return image.mediaType === undefined
		? /\.(gif|jpe?g|png)([?#]|$)/i.test(image.url)
		: /^image\/(gif|jpe?g|png)$/i.test(image.mediaType);
}
