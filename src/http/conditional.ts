import { type EntityTag, matchesStrongly, matchesWeakly, parseEntityTags } from "./entity-tag.ts";
import { parseHttpDate } from "./http-date.ts";

/** What a representation is known by. */
export interface Validators {
	/** With quotes, as sent. */
	readonly etag: string;
	/** Whole seconds, as sent. */
	readonly lastModified?: Date;
}

/** The value of a request header by its lower-case name; null where it was not sent. */
export type HeaderReader = (name: string) => string | null;

/** `perform` the request, or answer 304 (`not-modified`) or 412 (`failed`). */
export type PreconditionResult = "perform" | "not-modified" | "failed";

/**
 * Evaluates the preconditions of a GET or HEAD whose plain answer would be a 200, in the order of RFC 9110 §13.2.2:
 * If-Match, else If-Unmodified-Since; then If-None-Match, else If-Modified-Since. A date that is no HTTP-date,
 * a list of dates, and a list without members count as not sent. Requirements 1–11, 20–22, 28.
 */
export function evaluatePreconditions(
	header: HeaderReader,
	validators: Validators,
	now: Date,
): PreconditionResult {
	const ifMatch = readTags(header("if-match"));
	if (ifMatch !== undefined) {
		if (!some(ifMatch, (tag) => matchesStrongly(tag, validators.etag))) return "failed";
	} else if (wasModifiedSince(header("if-unmodified-since"), validators, now) === true) {
		return "failed";
	}
	const sentTags = header("if-none-match");
	// What nearly every poll sends: the tag as it was given.
	if (sentTags === validators.etag) return "not-modified";
	const ifNoneMatch = readTags(sentTags);
	if (ifNoneMatch !== undefined) {
		const known = some(ifNoneMatch, (tag) => matchesWeakly(tag, validators.etag));
		return known ? "not-modified" : "perform";
	}
	const modified = wasModifiedSince(header("if-modified-since"), validators, now);
	return modified === false ? "not-modified" : "perform";
}

function readTags(value: string | null): "*" | readonly EntityTag[] | undefined {
	if (value === null) return undefined;
	const tags = parseEntityTags(value);
	return tags.length === 0 ? undefined : tags;
}

function some(tags: "*" | readonly EntityTag[], matches: (tag: EntityTag) => boolean): boolean {
	return tags === "*" || tags.some(matches);
}

/** Undefined where there is no date to compare: none was sent, it is not valid, or the document has none. */
function wasModifiedSince(
	value: string | null,
	{ lastModified }: Validators,
	now: Date,
): boolean | undefined {
	if (value === null || lastModified === undefined) return undefined;
	const date = parseHttpDate(value, now);
	return date === undefined ? undefined : lastModified > date;
}
