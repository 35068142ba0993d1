import { rememberAnswers } from "../../text/remember-answers.ts";

/** Every field of an article with the names that front matter has for it, best first; compared by `normalizeKey`. */
export const fieldNames = {
	title: ["title"],
	date: [
		"date",
		"published",
		"pubDate",
		"publishedDate",
		"publishedAt",
		"datePublished",
		"pubDatetime",
	],
	updated: [
		"updated",
		"lastmod",
		"modified",
		"lastModified",
		"lastModifiedAt",
		"lastUpdated",
		"updatedDate",
		"updatedAt",
		"dateModified",
		"modDatetime",
	],
	publish: ["publish", "publishDate", "publishAt"],
	expires: ["expires", "expiryDate", "expiresAt", "expirationDate", "unpublishDate"],
	slug: ["slug"],
	permalink: ["permalink"],
	summary: ["summary", "description", "excerpt"],
	authors: ["authors", "author"],
	tags: ["tags", "tag"],
	categories: ["categories", "category"],
	image: ["image", "images", "cover", "featuredImage", "heroImage", "thumbnail"],
	enclosures: ["enclosures", "enclosure"],
	language: ["language", "lang", "locale"],
	translationKey: ["translationKey"],
	aliases: ["aliases", "redirectFrom"],
	draft: ["draft"],
	id: ["id", "guid"],
} as const satisfies Record<string, readonly string[]>;

export type FieldName = keyof typeof fieldNames;

/** The form in which names are compared: `pub_date`, `PubDate` and `pub-date` are one. */
export const normalizeKey: (key: string) => string = rememberAnswers((key) =>
	key.toLowerCase().replaceAll(/[-_\s]/g, ""),
);
