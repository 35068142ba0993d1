import { type Extension, Feed, type Item } from "feed";
import type { Person } from "../articles/article.ts";
import { renderRfc3339 } from "./dates.ts";
import type { Enclosure, Entry, FeedFormat, FeedHead, Frame } from "./feed.ts";
import { buildExtension } from "./feed-extension.ts";
import { heldDate } from "./held.ts";
import { buildHistoryLinks } from "./history.ts";
import { feedMediaTypes } from "./media-types.ts";
import { createStencils, type Hold, quotedHole } from "./stencils.ts";

const itemsEnd = "]}";

/** Gives what stands for a JSON value in what is handed to the `feed` package. */
type HoldJson = (value: string | number) => string;

/** A document in the words of the `feed` package, its texts held. */
interface FeedDocument {
	readonly options: ConstructorParameters<typeof Feed>[0];
	readonly extensions: readonly Extension[];
}

const renderItem = createStencils(writeItem);
const renderDocument = createStencils(writeDocument);

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
	renderEntry: (entry) => renderItem((hold) => buildItem(entry, holdJson(hold))),
	renderTombstone: () => "",
};

function renderFrame(head: FeedHead): Frame {
	const json = renderDocument((hold) => buildDocument(head, holdJson(hold)));
	return { head: `${json.slice(0, -itemsEnd.length)}\n`, tail: `\n${itemsEnd}\n` };
}

function buildDocument(head: FeedHead, text: HoldJson): FeedDocument {
	return {
		options: {
			title: text(head.title),
			link: text(head.homePageUrl),
			feedLinks: { json: text(head.selfUrls.json) },
			...(head.description ? { description: text(head.description) } : {}),
			...(head.image ? { image: text(head.image.url) } : {}),
		},
		extensions: [
			buildExtension("version", "https://jsonfeed.org/version/1.1"),
			...(head.image ? [buildExtension("favicon", text(head.image.url))] : []),
			...authorsExtension(head.authors, text),
			...languageExtension(head.language, text),
			...nextUrlExtension(head, text),
		],
	};
}

function writeDocument({ options, extensions }: FeedDocument): string {
	const document = new Feed(options);
	for (const extension of extensions) document.addExtension(extension);
	return compactJson(document);
}

function buildItem(entry: Entry, text: HoldJson): Item {
	return {
		id: text(entry.id),
		title: text(entry.title),
		link: text(entry.url),
		date: heldDate,
		published: heldDate,
		...(entry.contentHtml ? { content: text(entry.contentHtml) } : {}),
		...(entry.image ? { image: text(entry.image.url) } : {}),
		...(entry.categories.length > 0
			? { category: entry.categories.map(({ label }) => ({ name: text(label) })) }
			: {}),
		extensions: itemExtensions(entry, text),
	};
}

function writeItem(item: Item): string {
	const one = new Feed({ title: "" });
	one.addItem(item);
	const json = compactJson(one);
	return json.slice(json.indexOf('[{"') + 1, -itemsEnd.length);
}

/** "content_html and content_text are each optional strings — but one or both must be present." */
function itemExtensions(entry: Entry, text: HoldJson): Extension[] {
	return [
		...(entry.contentHtml
			? entry.summary
				? [buildExtension("summary", text(entry.summary))]
				: []
			: [buildExtension("content_text", text(entry.summary))]),
		buildExtension("date_published", text(renderRfc3339(entry.published))),
		buildExtension("date_modified", text(renderRfc3339(entry.updated))),
		...authorsExtension(entry.authors, text),
		...languageExtension(entry.language, text),
		...(entry.enclosures.length > 0
			? [
					buildExtension(
						"attachments",
						entry.enclosures.map((enclosure) => buildAttachment(enclosure, text)),
					),
				]
			: []),
	];
}

function authorsExtension(authors: readonly Person[], text: HoldJson): Extension[] {
	return authors.length > 0
		? [
				buildExtension(
					"authors",
					authors.map(({ name, url }) => ({ name: text(name), url: url && text(url) })),
				),
			]
		: [];
}

function languageExtension(language: string | undefined, text: HoldJson): Extension[] {
	return language ? [buildExtension("language", text(language))] : [];
}

/** "next_url is the URL of a feed that provides the next n items": older ones (requirement 91). */
function nextUrlExtension(head: FeedHead, text: HoldJson): Extension[] {
	const older = buildHistoryLinks(head, "json").find(({ rel }) => rel === "prev-archive");
	return older ? [buildExtension("next_url", text(older.href))] : [];
}

function buildAttachment(enclosure: Enclosure, text: HoldJson): Readonly<Record<string, unknown>> {
	return {
		url: text(enclosure.url),
		mime_type: text(enclosure.mediaType),
		title: enclosure.title ? text(enclosure.title) : undefined,
		size_in_bytes: enclosure.lengthInBytes ? text(enclosure.lengthInBytes) : undefined,
	};
}

/** The document in one line. What is held are whole values, strings with their quotes. */
function compactJson(document: Feed): string {
	return JSON.stringify(JSON.parse(document.json1())).replaceAll(quotedHole, "$1");
}

/** An empty string stays one, so that the package sees that nothing is there. */
function holdJson(hold: Hold): HoldJson {
	return (value) => (value === "" ? "" : hold(JSON.stringify(value)));
}
