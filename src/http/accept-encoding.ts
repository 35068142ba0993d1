import type { ContentCoding } from "./shelf.ts";

const weight = /^q=(0(?:\.\d*)?|1(?:\.0*)?)$/i;

/**
 * The coding to answer in. `value` is the client's Accept-Encoding (undefined or empty: it asked for none);
 * `codings` are the prepared ones, best first, which decides between equal weights. RFC 9110 §12.5.3; requirement 32.
 *
 * - Plain text only wins against a coding where the client weighs `identity` higher by name.
 * - A client that refuses `identity` but takes none of ours by name gets the most widely read coding that it did not
 *   refuse; where it refused everything, plain text, as though it had not asked (§12.1 allows this instead of a 406,
 *   which a feed reader could do nothing with).
 * - A member with a weight outside of the grammar is ignored.
 */
export function chooseCoding(
	value: string | undefined,
	codings: readonly ContentCoding[],
): ContentCoding | "identity" {
	if (value === undefined || codings.length === 0) return "identity";
	const weights = weightsOf(value);
	const others = weights.get("*");
	const weightOf = (coding: ContentCoding): number | undefined => weights.get(coding) ?? others;
	let best: ContentCoding | "identity" = "identity";
	let bestWeight = 0;
	for (const coding of codings) {
		const weight = weightOf(coding) ?? 0;
		if (weight > bestWeight) {
			best = coding;
			bestWeight = weight;
		}
	}
	const identity = weights.get("identity");
	if (identity !== undefined && identity > bestWeight) return "identity";
	if (identity === 0 && best === "identity") {
		return codings.findLast((coding) => weightOf(coding) === undefined) ?? "identity";
	}
	return best;
}

/** Clients send a few dozen values, over and over; browsers send 25 characters. */
const valuesKept = 100;
const longestKept = 200;
const parsed = new Map<string, ReadonlyMap<string, number>>();

function weightsOf(value: string): ReadonlyMap<string, number> {
	const known = parsed.get(value);
	if (known) return known;
	const weights = parseAcceptEncoding(value);
	if (parsed.size >= valuesKept) parsed.clear();
	if (value.length <= longestKept) parsed.set(value, weights);
	return weights;
}

/** The weights of an Accept-Encoding by coding, in lower case; the first mention of a coding counts. */
function parseAcceptEncoding(value: string): ReadonlyMap<string, number> {
	const weights = new Map<string, number>();
	for (const member of value.split(",")) {
		const [name = "", ...parameters] = member.split(";").map((part) => part.trim());
		// RFC 9110 §8.4.1.3: "A recipient SHOULD consider 'x-gzip' to be equivalent to 'gzip'."
		const coding = name.toLowerCase() === "x-gzip" ? "gzip" : name.toLowerCase();
		const parameter = parameters.find((text) => /^q\s*=/i.test(text))?.replaceAll(/\s/g, "");
		const q = parameter === undefined ? "1" : weight.exec(parameter)?.[1];
		if (coding !== "" && q !== undefined && !weights.has(coding)) weights.set(coding, Number(q));
	}
	return weights;
}
