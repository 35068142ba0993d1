import type { FieldLookup } from "./field-lookup.ts";
import type { FieldReport } from "./field-report.ts";
import { readFlag } from "./flag.ts";

/**
 * Why an article is not to be published, whatever its generator: `draft`, `published: false`, `private`, `unlisted`, or
 * no text and an address to go to. A phrase such as "`draft` is set". Fault: FIELD_INVALID for a `draft` that is
 * neither yes nor no.
 */
export function findHiding(
	lookup: FieldLookup,
	body: string,
	report: FieldReport,
): string | undefined {
	return parseDraft(lookup, report) ?? findSecret(lookup) ?? findRedirect(lookup, body);
}

/** Never published by mistake: a `draft` that is neither yes nor no is an error. */
function parseDraft(lookup: FieldLookup, report: FieldReport): string | undefined {
	const draft = lookup.find("draft");
	const flag = draft === undefined ? false : readFlag(draft.value);
	if (draft !== undefined && flag === undefined) report.error(draft, "write `true` or `false`");
	if (flag === true) return draftPhrase;
	const published = lookup.find("date", (value) => readFlag(value) !== undefined);
	const isWithheld = published?.key.toLowerCase() === "published" && !readFlag(published.value);
	return isWithheld ? "`published` is off" : undefined;
}

/** Marks that one generator or another keeps an article out of its lists for, and none takes for anything else. */
function findSecret(lookup: FieldLookup): string | undefined {
	const mark = ["private", "unlisted"].find((key) => readFlag(lookup.valueOf(key)) === true);
	return mark === undefined ? undefined : `\`${mark}\` is set`;
}

/** A page without any text that only leads elsewhere (jekyll-redirect-from and the like). */
function findRedirect(lookup: FieldLookup, body: string): string | undefined {
	if (/\S/.test(body)) return undefined;
	const key = ["redirect_to", "redirect", "redirect_url"].find(
		(name) => lookup.valueOf(name) !== undefined && readFlag(lookup.valueOf(name)) !== false,
	);
	return key === undefined ? undefined : `it only redirects (\`${key}\`)`;
}

/** What is said of an article whose author calls it a draft. */
export const draftPhrase = "`draft` is set";
