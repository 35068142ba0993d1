import { enGB } from "date-fns/locale/en-GB";
import { enUS } from "date-fns/locale/en-US";
import type { Words } from "./words.ts";

/** English, with the day before the month. */
export const en: Words = {
	language: "en",
	locale: enGB,
	datePattern: "d MMMM yyyy",
	listSeparator: ", ",
	skipToContent: "Skip to the content",
	youAreHere: "You are here",
	subscribe: "Subscribe",
	subscribeToSection: "Subscribe to this section",
	whatFeedsAre:
		"A feed brings new articles to your reader app as soon as they are out, without an account or e-mail. Copy an address into your app, or open it in one of the readers below.",
	copy: "Copy",
	copied: "Copied",
	openIn: "Open in",
	section: "Section",
	sections: "Sections",
	tag: "Tag",
	tags: "Tags",
	author: "Author",
	authors: "Authors",
	latest: "Latest articles",
	empty: "Nothing has been published here yet. Subscribe, and you will hear of the first article.",
	by: "By",
	updated: "Updated",
	attachments: "Media",
	table: "Table",
	older: "Older",
	newer: "Newer",
	allFeeds: "All feeds (OPML)",
	languages: "Languages",
};

/** English as the United States write dates. */
export const enUs: Words = { ...en, language: "en-US", locale: enUS, datePattern: "MMMM d, yyyy" };
