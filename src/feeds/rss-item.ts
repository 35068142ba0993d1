import { type Extension, Feed, type Item } from "feed";
import { renderRfc822, renderRfc3339 } from "./dates.ts";
import type { Entry } from "./feed.ts";
import { buildExtension } from "./feed-extension.ts";
import { heldDate, heldUrl } from "./held.ts";
import { buildImageContent, buildMediaContent } from "./media-content.ts";
import { createRssWords, escapePlain, type RssElement, type RssWords } from "./rss-text.ts";
import type { Hold } from "./stencils.ts";
import { escapeText } from "./xml.ts";

const itemStart = "\n        <item>";
const itemEnd = "</item>";

/** An entry in the words of the `feed` package, its texts held. */
export function buildItem(entry: Entry, hold: Hold): Item {
	const words = createRssWords(hold);
	const { title, description, content } = itemTexts(entry, words);
	return {
		title: title ? heldUrl : "",
		link: heldUrl,
		guid: hold(escapeText(entry.id)),
		date: heldDate,
		...(description ? { description: heldUrl } : {}),
		...(content ? { content: heldUrl } : {}),
		category: entry.categories.map(({ label }) => ({ name: hold(escapePlain(label)) })),
		extensions: [
			...(title ? [buildExtension("title", title)] : []),
			buildExtension("link", words.text(entry.url)),
			...(entry.id === entry.url ? [buildExtension("guid", buildPermaLink(entry.id, words))] : []),
			buildExtension("pubDate", words.text(renderRfc822(entry.published))),
			...(description ? [buildExtension("description", description)] : []),
			...(content ? [buildExtension("content:encoded", content)] : []),
			...itemExtensions(entry, words),
		],
	};
}

/** One item as the `feed` package writes it. */
export function writeItem(item: Item): string {
	const one = new Feed({ title: "", updated: heldDate, generator: false });
	one.addItem(item);
	const document = one.rss2();
	const end = document.lastIndexOf(itemEnd) + itemEnd.length;
	return document.slice(document.indexOf(itemStart), end);
}

/**
 * What a reader shows. The summary is `description` and the full text `content:encoded` behind it
 * (requirement 72); without a summary the full text is the description. An item that has neither
 * must have a title (requirement 69).
 */
function itemTexts(
	entry: Entry,
	words: RssWords,
): {
	readonly title?: RssElement;
	readonly description?: RssElement;
	readonly content?: RssElement;
} {
	const summary = entry.summary.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
	const description = summary || entry.contentHtml;
	const title = entry.title || (description ? undefined : entry.url);
	return {
		...(title ? { title: words.plain(title) } : {}),
		...(description ? { description: words.text(description) } : {}),
		...(summary && entry.contentHtml ? { content: words.text(entry.contentHtml) } : {}),
	};
}

/**
 * RSS has room for one enclosure (requirement 74); further ones are `media:content`, as the
 * picture is.
 */
function itemExtensions(entry: Entry, words: RssWords): Extension[] {
	const [enclosure, ...others] = entry.enclosures;
	const media = [
		...(entry.image ? [buildImageContent(entry.image)] : []),
		...others.map((other) => buildMediaContent(other)),
	];
	return [
		buildExtension(
			"dc:creator",
			entry.authors.map((author) => words.plain(author.name)),
		),
		...(entry.language ? [buildExtension("dc:language", words.plain(entry.language))] : []),
		...(enclosure
			? [
					buildExtension(
						"enclosure",
						words.attributes({
							url: enclosure.url,
							length: String(enclosure.lengthInBytes),
							type: enclosure.mediaType,
						}),
					),
				]
			: []),
		buildExtension("media:content", media.map(words.attributes)),
		...(entry.updated > entry.published
			? [buildExtension("atom:updated", words.text(renderRfc3339(entry.updated)))]
			: []),
	];
}

function buildPermaLink(url: string, words: RssWords): RssElement {
	return { ...words.text(url), _attributes: { isPermaLink: "true" } };
}
