import type { FrameValues } from "../feeds/frame-template.ts";
import { compareText } from "../text/compare-text.ts";

/** Which entries of a list a reader wants: those with all these tags, by all these authors, in this language. */
export interface Selection {
	/** Slugs, each once, in the order of their characters. */
	readonly tags: readonly string[];
	/** Slugs, likewise. */
	readonly authors: readonly string[];
	/** A language range in lower case: `en` stands for `en-GB` too (RFC 4647 §3.3.1). */
	readonly language?: string;
	/** How many at most, 1 or more; without it as many as the list's own feed shows. */
	readonly limit?: number;
}

/** What articles are filed under, besides their section and language. */
export type TermKind = "tag" | "author";

export interface SelectedTerm {
	readonly kind: TermKind;
	readonly slug: string;
}

/** The tags and authors of a selection. */
export function termsOf({ tags, authors }: Selection): SelectedTerm[] {
	return [
		...tags.map((slug): SelectedTerm => ({ kind: "tag", slug })),
		...authors.map((slug): SelectedTerm => ({ kind: "author", slug })),
	];
}

/** The page of everything under a tag or by an author, in the tree of a language, as an address: `["tags", "xml"]`. */
export function termPath(
	{ kind, slug }: SelectedTerm,
	tree: readonly string[] = [],
): readonly string[] {
	return [...tree, `${kind}s`, slug];
}

/** A selection as the one query that stands for it, with `?` in front; empty for one that selects nothing. */
export function renderQuery({ tags, authors, language, limit }: Selection): string {
	const pairs: (readonly [string, string])[] = [
		...authors.toSorted(compareText).map((slug) => ["author", slug] as const),
		...(language === undefined ? [] : [["lang", language] as const]),
		...(limit === undefined ? [] : [["limit", String(limit)] as const]),
		...tags.toSorted(compareText).map((slug) => ["tag", slug] as const),
	];
	if (pairs.length === 0) return "";
	return `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}

/** What a selection's document says of itself. `nameOf` gives a tag's or an author's name. */
export function buildFrameValues(
	selection: Selection,
	nameOf: (term: SelectedTerm) => string,
	updated: Date,
): FrameValues {
	const names = termsOf(selection).map((term) =>
		term.kind === "tag" ? `#${nameOf(term)}` : nameOf(term),
	);
	const scope = [...names, ...(selection.language === undefined ? [] : [selection.language])];
	return {
		query: renderQuery(selection),
		scope: scope.map((name) => ` · ${name}`).join(""),
		updated,
	};
}
