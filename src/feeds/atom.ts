import type { Person } from "../articles/article.ts";
import { renderRfc3339 } from "./dates.ts";
import type { Enclosure, Entry, FeedFormat, FeedHead, Frame, Tombstone } from "./feed.ts";
import { generator } from "./generator.ts";
import { buildHistoryLinks, historyMark, historyNamespace } from "./history.ts";
import { buildImageContent, mediaNamespace } from "./media-content.ts";
import { feedMediaTypes } from "./media-types.ts";
import { renderDocument, renderElement, type XmlAttributes, type XmlElement } from "./xml.ts";

const tombstoneNamespace = "http://purl.org/atompub/tombstones/1.0";
const feedEnd = "\n</feed>";

/**
 * Atom 1.0 (RFC 4287), requirements 79 to 87. Summaries and titles are `type="text"`, content is
 * `type="html"`. The alternate links begin with the HTML page, since some readers take the first
 * one for the site's address.
 */
export const atom: FeedFormat = {
	name: "atom",
	fileName: "atom.xml",
	contentType: `${feedMediaTypes.atom}; charset=utf-8`,
	mediaType: feedMediaTypes.atom,
	label: "Atom",
	separator: "",
	renderFrame,
	renderEntry,
	renderTombstone,
};

function renderFrame(head: FeedHead): Frame {
	const document = renderDocument({
		name: "feed",
		attributes: {
			xmlns: "http://www.w3.org/2005/Atom",
			"xmlns:media": mediaNamespace,
			"xml:lang": head.language,
		},
		content: [
			{ name: "id", content: head.id },
			buildText("title", head.title),
			...(head.description ? [buildText("subtitle", head.description)] : []),
			{ name: "updated", content: renderRfc3339(head.updated) },
			...head.authors.map(buildAuthor),
			buildLink({ rel: "self", type: feedMediaTypes.atom, href: head.selfUrls.atom }),
			buildLink({ rel: "alternate", type: "text/html", href: head.homePageUrl }),
			buildLink({ rel: "alternate", type: feedMediaTypes.rss, href: head.selfUrls.rss }),
			buildLink({ rel: "alternate", type: feedMediaTypes.json, href: head.selfUrls.json }),
			...buildHistoryLinks(head, "atom").map(({ rel, href }) =>
				buildLink({ rel, type: feedMediaTypes.atom, href }),
			),
			...(head.image ? buildImages(head.image.url) : []),
			{ name: "generator", content: generator },
			...buildHistoryMark(head),
		],
	});
	const end = document.lastIndexOf(feedEnd);
	return { head: document.slice(0, end), tail: document.slice(end) };
}

function renderEntry(entry: Entry): string {
	return renderElement(
		{
			name: "entry",
			attributes: { "xml:lang": entry.language },
			content: [
				{ name: "id", content: entry.id },
				buildText("title", entry.title),
				buildLink({ rel: "alternate", type: "text/html", href: entry.url }),
				...(entry.alternates ?? []).map(({ language, url }) =>
					buildLink({ rel: "alternate", type: "text/html", hreflang: language, href: url }),
				),
				{ name: "published", content: renderRfc3339(entry.published) },
				{ name: "updated", content: renderRfc3339(entry.updated) },
				...entry.authors.map(buildAuthor),
				...entry.categories.map(({ label }) => ({ name: "category", attributes: { term: label } })),
				...(entry.summary ? [buildText("summary", entry.summary)] : []),
				...(entry.contentHtml
					? [{ name: "content", attributes: { type: "html" }, content: entry.contentHtml }]
					: []),
				...entry.enclosures.map(buildEnclosure),
				...(entry.image
					? [{ name: "media:content", attributes: buildImageContent(entry.image) }]
					: []),
			],
		},
		1,
	);
}

/** RFC 6721 §3; requirement 97. Readers that do not know the element pass over it. */
function renderTombstone({ id, when }: Tombstone): string {
	return renderElement(
		{
			name: "at:deleted-entry",
			attributes: { "xmlns:at": tombstoneNamespace, ref: id, when: renderRfc3339(when) },
		},
		1,
	);
}

function buildHistoryMark(head: FeedHead): XmlElement[] {
	const name = historyMark(head);
	return name ? [{ name, attributes: { "xmlns:fh": historyNamespace } }] : [];
}

function buildText(name: string, content: string): XmlElement {
	return { name, attributes: { type: "text" }, content };
}

function buildAuthor(person: Person): XmlElement {
	return {
		name: "author",
		content: [
			{ name: "name", content: person.name },
			...(person.url ? [{ name: "uri", content: person.url }] : []),
			...(person.email ? [{ name: "email", content: person.email }] : []),
		],
	};
}

function buildLink(attributes: XmlAttributes): XmlElement {
	return { name: "link", attributes };
}

/**
 * "The length attribute indicates an advisory length" (RFC 4287 §4.2.7.6; requirement 86): an
 * unknown one is left out.
 */
function buildEnclosure(enclosure: Enclosure): XmlElement {
	return buildLink({
		rel: "enclosure",
		type: enclosure.mediaType,
		length: enclosure.lengthInBytes === 0 ? undefined : String(enclosure.lengthInBytes),
		href: enclosure.url,
		title: enclosure.title || undefined,
	});
}

/** Both words for the one picture: some readers know `icon` only, others `logo` only. */
function buildImages(url: string): XmlElement[] {
	return [
		{ name: "icon", content: url },
		{ name: "logo", content: url },
	];
}
