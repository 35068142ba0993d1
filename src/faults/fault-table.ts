import type { Severity } from "./fault.ts";

interface FaultKind {
	readonly severity: Severity;
	/** What is wrong, in a few words. */
	readonly title: string;
	/** What to write or do instead, one full sentence. */
	readonly fix: string;
}

/** Every fault that Broadsheet reports. Codes are permanent. */
export const faultTable = {
	FRONT_MATTER_SYNTAX: {
		severity: "error",
		title: "The front matter cannot be read",
		fix: "Correct the front matter at this place.",
	},
	FRONT_MATTER_UNCLOSED: {
		severity: "error",
		title: "The front matter has no end",
		fix: "Close it with a line that repeats the opening fence.",
	},
	FRONT_MATTER_PASSED_OVER: {
		severity: "warning",
		title: "The front matter cannot be read, and is passed over as the generator does",
		fix: "Correct the front matter at this place.",
	},
	FRONT_MATTER_DUPLICATE_KEY: {
		severity: "warning",
		title: "A key stands twice; the last one counts",
		fix: "Keep one of the two.",
	},
	FIELD_INVALID: {
		severity: "error",
		title: "A field has a value that it cannot have",
		fix: "Write a value of the form that the message names.",
	},
	FIELD_IGNORED: {
		severity: "warning",
		title: "A part of a field cannot be used, and is left out",
		fix: "Write a value of the form that the message names, or take it out.",
	},
	DATE_INVALID: {
		severity: "error",
		title: "A date cannot be understood, or no calendar has it",
		fix: "Write the date as 2026-03-14, 2026-03-14 09:30 or 2026-03-14T09:30:00+01:00.",
	},
	DATE_MISSING: {
		severity: "error",
		title: "An article has no date",
		fix: "Add `date: 2026-03-14` to the front matter, or begin the file name with 2026-03-14-.",
	},
	DATE_UNKNOWN: {
		severity: "warning",
		title: "An article has no date, and stands behind all others",
		fix: "Add a `date` to its front matter, or list it under `ignore` if it is no article.",
	},
	ARTICLE_EMPTY: {
		severity: "error",
		title: "The file is empty",
		fix: "Write the article, or delete the file.",
	},
	ARTICLE_TOO_LARGE: {
		severity: "warning",
		title: "The article is larger than a feed may be",
		fix: "Raise `maxBytes`, or split the article; until then feeds show its summary only.",
	},
	BODY_UNSUPPORTED: {
		severity: "warning",
		title: "The text is of a kind that Broadsheet cannot read",
		fix: "Convert the text to Markdown or HTML; until then feeds show its title, its summary and a link.",
	},
	TEMPLATE_DROPPED: {
		severity: "warning",
		title: "Template code of the site's generator is left out",
		fix: "Nothing of a site is run: if readers miss something, write it as Markdown or HTML.",
	},
	FILE_TOO_LARGE: {
		severity: "error",
		title: "The file is too large to be an article",
		fix: "Split the file, or list it under `ignore`.",
	},
	FILE_UNREADABLE: {
		severity: "error",
		title: "The file cannot be read",
		fix: "Give the user that runs Broadsheet permission to read it, or list it under `ignore`.",
	},
	FILE_NOT_UTF8: {
		severity: "error",
		title: "The file is not UTF-8 text",
		fix: "Save the file as UTF-8.",
	},
	FILE_IS_FOLDER: {
		severity: "warning",
		title: "A folder has the name of an article",
		fix: "Take the ending off the folder's name.",
	},
	SYMLINK_OUTSIDE: {
		severity: "warning",
		title: "A symbolic link leads out of the folder",
		fix: "Copy the file into the folder; links that lead out of it are not followed.",
	},
	SETTING_UNKNOWN: {
		severity: "error",
		title: "No setting has this name",
		fix: "Correct the name, or take the line out.",
	},
	SETTING_INVALID: {
		severity: "error",
		title: "A setting has a value that it cannot have",
		fix: "Write a value of the form that the message names.",
	},
	URL_MISSING: {
		severity: "warning",
		title: "The site's address is not known",
		fix: "Set `url` in `_index.md` or with `--url`, for links and ids that last.",
	},
	SITE_CONFIG_UNREAD: {
		severity: "warning",
		title: "A part of the site's own configuration cannot be read",
		fix: "Write the setting into a file for --settings; `broadsheet init` begins one.",
	},
	ADDRESS_TAKEN: {
		severity: "error",
		title: "Two articles have one address",
		fix: "Give one of them another `slug` or `permalink`.",
	},
	ADDRESS_OF_SECTION: {
		severity: "error",
		title: "An article has the address of a section, a feed or a file",
		fix: "Give the article another `slug` or `permalink`, or rename the section.",
	},
	SECTION_RESERVED: {
		severity: "error",
		title: "A section has a name that Broadsheet's own addresses, or those of a language, use",
		fix: "Give the section another name.",
	},
	ID_TAKEN: {
		severity: "error",
		title: "Two articles have one id",
		fix: "Give each article an `id` of its own, for ever.",
	},
	ID_NO_URI: {
		severity: "warning",
		title: "An id is no URI",
		fix: "Write a full URI, for example `id: urn:uuid:…` or the article's first address.",
	},
	ADDRESS_TOO_LONG: {
		severity: "error",
		title: "An article's address is longer than a file's name may be",
		fix: "Give the article a shorter `slug` or `permalink`.",
	},
	ID_ONLY_REMEMBERED: {
		severity: "warning",
		title: "An article's published id is known to the state alone",
		fix: "Write it into the front matter, so that it holds wherever the site is built.",
	},
	ID_CHANGED: {
		severity: "warning",
		title: "An article has another id than it was published with",
		fix: "Readers will show it as new; write the former id again.",
	},
	AUTHORS_SHARE_SLUG: {
		severity: "warning",
		title: "Two authors share one address",
		fix: "Write the name in one way, or give one of them another `slug`.",
	},
	ENCLOSURE_MISSING: {
		severity: "error",
		title: "An enclosure's file is not there",
		fix: "Put the file beside the article, or write a full URL.",
	},
	ENCLOSURE_TYPE_UNKNOWN: {
		severity: "warning",
		title: "An enclosure's media type is not known",
		fix: "Add `type`, for example `type: audio/mpeg`.",
	},
	DRAFT: {
		severity: "warning",
		title: "The article is a draft",
		fix: "Take `draft` out to publish it.",
	},
	HIDDEN: {
		severity: "warning",
		title: "The front matter keeps the article out of feeds",
		fix: "Change what the message names to publish it.",
	},
	SCHEDULED: {
		severity: "warning",
		title: "The article's time has not come",
		fix: "It appears by itself at that time.",
	},
	EXPIRED: {
		severity: "warning",
		title: "The article has expired",
		fix: "Change or take out its time of expiry to show it again.",
	},
	NOT_AN_ARTICLE: {
		severity: "warning",
		title: "The file is not an article in this dialect",
		fix: "Move it to where articles lie, or list it under `ignore`.",
	},
} as const satisfies Record<string, FaultKind>;
