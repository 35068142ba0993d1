import { buildSlug } from "../articles/slug.ts";
import { renderQuery, type Selection } from "../publication/selection.ts";
import { compareText } from "../text/compare-text.ts";

/** What the query of a feed's address asks for. */
export type AskedSelection =
	/** Nothing that has to do with feeds: the whole feed is meant (requirement 30). */
	| "whole"
	/** What no entry can have. */
	| "impossible"
	| {
			/** Undefined where every parameter was without a value. */
			readonly selection: Selection | undefined;
			/** The one spelling of it, with `?` in front; empty without a selection. */
			readonly query: string;
	  };

const parameters = ["author", "lang", "limit", "tag"] as const;
/** More tags and authors than this select nothing: each may cost a look-up. */
const mostTerms = 8;
/** More than any list has. */
const largestLimit = 1_000_000;
/** A basic language range, RFC 4647 §2.1. */
const languageRange = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/;

/** The query of a URL with its `?`, without the fragment; empty where there is none. */
export function queryOf(url: string): string {
	const start = url.indexOf("?");
	if (start === -1) return "";
	const end = url.indexOf("#");
	if (end !== -1 && end < start) return "";
	return url.slice(start, end === -1 ? undefined : end);
}

/**
 * Reads `tag`, `author`, `lang` and `limit`; other parameters are no business of ours. Names that have a slug stand for
 * it. A parameter without a value, and a `limit` that is not a whole number from 1 on, count as not sent. Of several
 * `lang` or `limit` the first counts. Never fails.
 */
export function parseSelection(query: string): AskedSelection {
	const sent = new URLSearchParams(query);
	if (!parameters.some((name) => sent.has(name))) return "whole";
	const tags = readSlugs(sent.getAll("tag"));
	const authors = readSlugs(sent.getAll("author"));
	const language = readLanguage(sent.getAll("lang"));
	const limit = readLimit(sent.get("limit"));
	if ([...tags, ...authors].includes("") || tags.length + authors.length > mostTerms)
		return "impossible";
	if (language !== undefined && !languageRange.test(language)) return "impossible";
	const selection: Selection = {
		tags,
		authors,
		...(language !== undefined && { language }),
		...(limit !== undefined && { limit }),
	};
	const canonical = renderQuery(selection);
	return { selection: canonical === "" ? undefined : selection, query: canonical };
}

function readSlugs(values: readonly string[]): string[] {
	const slugs = values.filter((value) => value.trim() !== "").map(buildSlug);
	return [...new Set(slugs)].sort(compareText);
}

function readLanguage(values: readonly string[]): string | undefined {
	const [first] = values.map((value) => value.trim()).filter(Boolean);
	return first?.toLowerCase().replaceAll("_", "-");
}

function readLimit(value: string | null): number | undefined {
	const text = value?.trim() ?? "";
	const number = /^\d+$/.test(text) ? Number(text) : 0;
	return number < 1 ? undefined : Math.min(number, largestLimit);
}
