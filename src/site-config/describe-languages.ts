import { buildNameSlug } from "../articles/slug.ts";
import type { ConfigText, Found } from "./config-text.ts";
import { toLanguage, toText } from "./convert.ts";
import { findEntries, findValue } from "./find-value.ts";
import type { Report } from "./report.ts";

/** A site's languages, as Hugo and Zola have them: a table for each one below `languages`. */
export interface LanguageTables {
	readonly texts: readonly ConfigText[];
	/** The site's own language. */
	readonly first: string;
	/** Whether a language's articles lie in the same folder as the first one's. */
	isShared(table: Found): boolean;
	/** Whether the folder of articles is the one that the languages' addresses count from. */
	readonly isWhole: boolean;
}

/**
 * Says the languages that a folder holds, with title, description and tag of each; where they cannot be told of, that
 * their files (`glob` of a language) are to be left out. Gives the names of those that are said.
 */
export function describeLanguages(
	report: Report,
	{ texts, first, isShared, isWhole }: LanguageTables,
	glob: (language: string) => string,
): readonly string[] {
	const shared = findEntries(texts, "languages").filter(
		([name, table]) => name !== first && isShared(table),
	);
	const told = isWhole && isTag(first) ? shared.filter(([name]) => isTag(name)) : [];
	for (const [name, table] of shared)
		if (!told.some(([other]) => other === name)) report.add("ignore", table, () => [glob(name)]);
	const names = told.map(([name]) => name);
	if (names.length > 0)
		report.say("languages", findValue(texts, "languages"), () => [first, ...names]);
	for (const name of names) {
		const own = (...path: string[]) => findValue(texts, "languages", name, ...path);
		const say = (key: string, found: Found | undefined, convert: (value: unknown) => unknown) =>
			report.say(["sections", buildNameSlug(name), key], found, convert);
		say("title", own("title"), toText);
		say("description", own("params", "description"), toText);
		say("description", own("description"), toText);
		say("language", own("locale"), toLanguage);
		say("language", own("languageCode"), toLanguage);
	}
	return names;
}

/** Names such as `zh_hans` or `english` are no tags of BCP 47. */
function isTag(name: string): boolean {
	const tag = /^[a-z]{2,3}(?:-|$)/i.test(name) ? toLanguage(name) : undefined;
	return typeof tag === "string" && tag.toLowerCase() === name.toLowerCase();
}
