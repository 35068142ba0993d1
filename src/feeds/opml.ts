import { renderRfc822 } from "./dates.ts";
import { renderDocument, type XmlElement } from "./xml.ts";

/** One feed of a subscription list, and those below it. All text is clean (`cleanText`). */
export interface Outline {
	readonly title: string;
	readonly description?: string;
	/** The feed's address: its RSS, as `type="rss"` says and every importer reads. Absolute URL. */
	readonly xmlUrl: string;
	/** The page of what the feed shows. Absolute URL. */
	readonly htmlUrl: string;
	/** BCP 47. */
	readonly language?: string;
	readonly children: readonly Outline[];
}

/** What the list says of itself. */
export interface OpmlHead {
	readonly title: string;
	/** When one of the feeds last changed; never the clock. */
	readonly updated?: Date;
}

/**
 * The list of a site's feeds as OPML 2.0 (requirement 138), nested as they are.
 *
 * A feed that has others below it becomes a folder of its name with itself as the first thing
 * inside, because readers (Miniflux and NetNewsWire among them) pass over what stands inside an
 * outline that is itself a feed.
 */
export function renderOpml(head: OpmlHead, outlines: readonly Outline[]): string {
	return renderDocument({
		name: "opml",
		attributes: { version: "2.0" },
		content: [
			{
				name: "head",
				content: [
					{ name: "title", content: head.title },
					...(head.updated ? [{ name: "dateModified", content: renderRfc822(head.updated) }] : []),
				],
			},
			{ name: "body", content: outlines.map(buildOutline) },
		],
	});
}

function buildOutline(outline: Outline): XmlElement {
	const feed: XmlElement = {
		name: "outline",
		attributes: {
			type: "rss",
			text: outline.title,
			title: outline.title,
			description: outline.description || undefined,
			language: outline.language,
			htmlUrl: outline.htmlUrl,
			xmlUrl: outline.xmlUrl,
		},
	};
	return outline.children.length === 0
		? feed
		: {
				name: "outline",
				attributes: { text: outline.title },
				content: [feed, ...outline.children.map(buildOutline)],
			};
}
