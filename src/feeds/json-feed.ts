import { type Extension, Feed } from "feed";
import type { Person } from "../articles/article.ts";
import { renderRfc3339 } from "./dates.ts";
import type { Enclosure, Entry, FeedFormat, FeedHead, Frame } from "./feed.ts";
import { buildExtension } from "./feed-extension.ts";
import { buildHistoryLinks } from "./history.ts";
import { feedMediaTypes } from "./media-types.ts";

const itemsEnd = "]}";

/**
 * JSON Feed 1.1, requirements 88 to 91: one line for the feed, one for each item. The `feed`
 * package builds version 1; its extensions make it 1.1, and nothing of version 1 is left (decision
 * 001).
 */
export const jsonFeed: FeedFormat = {
	name: "json",
	fileName: "feed.json",
	contentType: `${feedMediaTypes.json}; charset=utf-8`,
	mediaType: feedMediaTypes.json,
	label: "JSON Feed",
	separator: ",\n",
	renderFrame,
	renderEntry,
	renderTombstone: () => "",
};

function renderFrame(head: FeedHead): Frame {
	const document = new Feed({
		title: head.title,
		link: head.homePageUrl,
		feedLinks: { json: head.selfUrls.json },
		...(head.description ? { description: head.description } : {}),
		...(head.image ? { image: head.image.url } : {}),
	});
	const extensions = [
		buildExtension("version", "https://jsonfeed.org/version/1.1"),
		...(head.image ? [buildExtension("favicon", head.image.url)] : []),
		...authorsExtension(head.authors),
		...languageExtension(head.language),
		...nextUrlExtension(head),
	];
	for (const extension of extensions) {
		document.addExtension(extension);
	}
	const json = JSON.stringify(JSON.parse(document.json1()));
	return { head: `${json.slice(0, -itemsEnd.length)}\n`, tail: `\n${itemsEnd}\n` };
}

function renderEntry(entry: Entry): string {
	const one = new Feed({ title: "" });
	one.addItem({
		id: entry.id,
		title: entry.title,
		link: entry.url,
		date: entry.updated,
		published: entry.published,
		...(entry.contentHtml ? { content: entry.contentHtml } : {}),
		...(entry.image ? { image: entry.image.url } : {}),
		...(entry.categories.length > 0
			? { category: entry.categories.map(({ label }) => ({ name: label })) }
			: {}),
		extensions: itemExtensions(entry),
	});
	const json = JSON.stringify(JSON.parse(one.json1()));
	return json.slice(json.indexOf('[{"') + 1, -itemsEnd.length);
}

/** "content_html and content_text are each optional strings — but one or both must be present." */
function itemExtensions(entry: Entry): Extension[] {
	return [
		...(entry.contentHtml
			? entry.summary
				? [buildExtension("summary", entry.summary)]
				: []
			: [buildExtension("content_text", entry.summary)]),
		buildExtension("date_published", renderRfc3339(entry.published)),
		buildExtension("date_modified", renderRfc3339(entry.updated)),
		...authorsExtension(entry.authors),
		...languageExtension(entry.language),
		...(entry.enclosures.length > 0
			? [buildExtension("attachments", entry.enclosures.map(buildAttachment))]
			: []),
	];
}

function authorsExtension(authors: readonly Person[]): Extension[] {
	return authors.length > 0
		? [
				buildExtension(
					"authors",
					authors.map(({ name, url }) => ({ name, url })),
				),
			]
		: [];
}

function languageExtension(language: string | undefined): Extension[] {
	return language ? [buildExtension("language", language)] : [];
}

/** "next_url is the URL of a feed that provides the next n items": older ones (requirement 91). */
function nextUrlExtension(head: FeedHead): Extension[] {
	const older = buildHistoryLinks(head, "json").find(({ rel }) => rel === "prev-archive");
	return older ? [buildExtension("next_url", older.href)] : [];
}

function buildAttachment(enclosure: Enclosure): Readonly<Record<string, unknown>> {
	return {
		url: enclosure.url,
		mime_type: enclosure.mediaType,
		title: enclosure.title || undefined,
		size_in_bytes: enclosure.lengthInBytes || undefined,
	};
}
