import { renderRfc822, renderRfc3339 } from "./dates.ts";
import type { FeedFormat, FeedHead, FormatName } from "./feed.ts";
import { escapePlain } from "./rss-text.ts";
import { escapeAttribute, escapeText } from "./xml.ts";

/** What tells one selection of a feed from another, in a frame that is rendered without it. */
export interface FrameValues {
	/** Behind the feed's id and its addresses: `?lang=en&limit=20`. Percent-encoded, as it stands in URLs. */
	readonly query: string;
	/** Behind its title: ` · #XML`. Clean text. */
	readonly scope: string;
	readonly updated: Date;
}

type Slot = keyof FrameValues;

/** A feed's frame with room for `FrameValues`. As JSON it is the same. */
export interface FrameTemplate {
	/** Text and, between two texts, what is to stand there. */
	readonly head: readonly (string | { readonly slot: Slot })[];
	readonly tail: string;
}

/** Noncharacters, which no author types and no format escapes. */
const marks = { query: "\uFDD0query\uFDD1", scope: "\uFDD0scope\uFDD1" } as const;
/** An instant that no article has; each format writes it in its own way. */
const someInstant = new Date("9876-05-04T03:02:01Z");

/** The frame of all selections of the feed that `head` speaks of. */
export function buildFrameTemplate(format: FeedFormat, head: FeedHead): FrameTemplate {
	const { rss, atom, json } = head.selfUrls;
	const frame = format.renderFrame({
		...head,
		id: head.id + marks.query,
		title: head.title + marks.scope,
		selfUrls: { rss: rss + marks.query, atom: atom + marks.query, json: json + marks.query },
		updated: someInstant,
	});
	const updated = renderDate(format.name, someInstant);
	const slots = new Map<string, Slot>([
		[marks.query, "query"],
		[marks.scope, "scope"],
		[updated, "updated"],
	]);
	const parts = frame.head.split(new RegExp(`(${[...slots.keys()].join("|")})`));
	return {
		head: parts.map((part) => {
			const slot = slots.get(part);
			return slot === undefined ? part : { slot };
		}),
		tail: frame.tail,
	};
}

/** The head of one selection's document: each value is escaped as its format and place demand (requirements 58, 71). */
export function fillHead(format: FormatName, { head }: FrameTemplate, values: FrameValues): string {
	const texts: Readonly<Record<Slot, string>> = {
		query: escapeUrl(format, values.query),
		scope: escapeTitle(format, values.scope),
		updated: renderDate(format, values.updated),
	};
	return head.map((part) => (typeof part === "string" ? part : texts[part.slot])).join("");
}

function renderDate(format: FormatName, date: Date): string {
	return format === "rss" ? renderRfc822(date) : renderRfc3339(date);
}

/** A URL stands in the text of elements and in attributes. */
function escapeUrl(format: FormatName, url: string): string {
	return format === "json" ? escapeJson(url) : escapeAttribute(url);
}

function escapeTitle(format: FormatName, title: string): string {
	if (format === "json") return escapeJson(title);
	return format === "rss" ? escapePlain(title) : escapeText(title);
}

function escapeJson(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}
