import type { SiteValues } from "../../src/settings/schema.ts";

/** What each setting says, for the README. A new setting has no types without a line here. */
export const settingDescriptions = {
	title: "what the feed, its page and links to it are called; a section's is its folder's name",
	description: "what it is about, in a sentence",
	language: "a language tag, such as `de` or `pt-BR`; the direction of writing follows it",
	image: "a picture that stands for it: a URL, or a file of the folder",
	timezone: "the zone of dates that name none, such as `Europe/Vienna`",
	authors:
		"who wrote articles that name nobody: names, or maps of `name`, `email`, `url` and an `id` by which articles name them",
	limit: "how many entries a feed shows, or `all`",
	maxBytes: "how large a feed may be, uncompressed; older entries are left out",
	maxAge: "how many minutes a reader may keep a feed",
	permalink:
		"the addresses of articles, such as `/:year/:month/:slug/`; without it the dialect's own",
	content: "`full`: entries hold the whole text; `summary`: only what introduces it",
	future: "`hide` articles until their time, or `show` them before",
	aliases: "old addresses of this section's feeds, which lead to them for ever",
	retired: "`true`: the section has ended, and its addresses say so (410)",
	url: "the site's public address; it may have a path",
	feedsUrl: "where Broadsheet is reached, if not at `url`",
	authority: "the host name in ids; keep it when the domain moves",
	dialect: "whose rules the folder follows",
	ids: "`tag`: ids that outlive every address; `permalink`: those that the site's generator gave, the default for a foreign site",
	pages: "whether articles have pages here; a foreign site has its own",
	archives: "whether feeds lead to all that they no longer show",
	languages:
		"the languages that the folder holds (`[en, ja]`): a tree of feeds for each, the first at the root, others below `/ja/`; an article's is told by its folder (`ja/post.md`), its name (`post.ja.md`) or its key `lang`",
	include: "globs of files that are articles, and no others",
	ignore: "globs of files that are nothing",
	fields: "other names for fields, such as `summary: [deck, teaser]`",
	defaults: "fields for articles by glob, such as `drafts/**: { draft: true }`",
	sections: "settings by section path, for a folder that must not be touched",
} as const satisfies Record<keyof SiteValues, string>;
