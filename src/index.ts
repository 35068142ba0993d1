/**
 * The parts of Broadsheet that other programs may build upon. They are the same on every runtime: no file is read here,
 * no port is opened, no clock is looked at. Whatever else the package holds may change with any release.
 *
 * @module
 */

// Text as every format can carry it: the feed formats expect it of all text that they are given.
export { cleanLine, cleanText } from "./articles/clean-text.ts";
// A feed in Atom's words, and each format in which it can be written.
export type {
	Category,
	Enclosure,
	Entry,
	FeedFormat,
	FeedHead,
	FormatName,
	Image,
} from "./feeds/feed.ts";
export { feedFormat, feedFormats, renderFeed } from "./feeds/formats.ts";
// Ids that outlive every renaming (RFC 4151).
export { buildFeedId, buildTagUri } from "./feeds/ids.ts";
// A list of feeds (OPML 2.0).
export { type OpmlHead, type Outline, renderOpml } from "./feeds/opml.ts";
// The HTTP of a feed server, over documents from wherever they come.
export { createApp } from "./http/app.ts";
export type { HeaderReader } from "./http/conditional.ts";
export type { PlainHeaders } from "./http/headers.ts";
export type { AppOptions, PlainResponseInit } from "./http/options.ts";
export type { Body, ContentCoding, Found, Health, ServedDocument, Shelf } from "./http/shelf.ts";
export type { Person } from "./settings/person.ts";
