import { rememberAnswers } from "../text/remember-answers.ts";
import type { Dialect, PermalinkSource } from "./dialects/dialect.ts";
import { canonicalizePath, encodePathText } from "./permalink/canonical-path.ts";
import { buildDateWord } from "./permalink/date-words.ts";

/** An article's absolute address, or why it can have none (a phrase behind a colon). */
export type Permalink = { readonly url: string } | { readonly reason: string };

export interface PermalinkContext {
	/** The site's home, absolute, without a slash at its end. */
	readonly siteUrl: string;
	readonly dialect: Dialect;
	/** The zone of dates: IANA, or `+01:00`. */
	readonly zone: string;
}

/**
 * Builds an article's address from a pattern such as `/:year/:month/:slug/` (undefined: the dialect's own rule),
 * counted from the site's home. The words mean what they mean in the dialect's generator. Refused: an unknown word,
 * and what `canonicalizePath` refuses.
 */
export function buildPermalink(
	pattern: string | undefined,
	source: PermalinkSource,
	context: PermalinkContext,
): Permalink {
	const { dialect, zone } = context;
	const parts = splitPattern(dialect.expandPattern(pattern ?? dialect.permalink));
	let path = "";
	for (const [index, part] of parts.entries()) {
		if (index % 2 === 0) {
			path += part;
			continue;
		}
		const word = part.slice(1);
		const value =
			dialect.permalinkWord(word, source) ?? buildDateWord(word, source.published, zone);
		if (value === undefined) return { reason: `\`${part}\` is no word of such a pattern` };
		path += encodePathText(value);
	}
	return placeBelow(path, context);
}

/** What stands between a pattern's words, and these with their colons, in turn. Most articles of a site have one pattern. */
const splitPattern = rememberAnswers((pattern: string): readonly string[] =>
	pattern.split(/(:[a-z_]+(?:\[[\w:]+\])?)/),
);

/**
 * Checks the address that an article gives itself: a path from the site's home, or a URL of the site's own origin.
 * Refused: another origin, a query or fragment, dot segments, control characters, a generator's template code.
 */
export function parseOwnPermalink(
	written: string,
	source: PermalinkSource,
	context: PermalinkContext,
): Permalink {
	if (/^[a-z][a-z\d+.-]*:|^[\\/]{2}/i.test(written)) return parseOwnUrl(written, context);
	const own = context.dialect.readOwnPermalink(written);
	const text = "pattern" in own ? context.dialect.expandPattern(own.pattern) : own.address;
	if (/\{\{|\{%|<%/.test(text)) return { reason: "it holds template code, which is not run" };
	return "pattern" in own
		? buildPermalink(own.pattern, source, context)
		: placeBelow(own.address, context);
}

function parseOwnUrl(written: string, context: PermalinkContext): Permalink {
	const origin = new URL(context.siteUrl).origin;
	const url = URL.parse(written, context.siteUrl);
	if (url === null || url.origin !== origin) return { reason: `it does not lie on ${origin}` };
	const path = written.replace(/^[a-z][a-z\d+.-]*:/i, "").replace(/^\/\/[^/?#]*/, "");
	const canonical = canonicalizePath(path);
	return "reason" in canonical ? canonical : finish(origin, canonical.path, context);
}

function placeBelow(path: string, context: PermalinkContext): Permalink {
	const canonical = canonicalizePath(path);
	return "reason" in canonical ? canonical : finish(context.siteUrl, canonical.path, context);
}

function finish(home: string, path: string, { dialect }: PermalinkContext): Permalink {
	return { url: `${home}${dialect.finishAddress(path)}` };
}
