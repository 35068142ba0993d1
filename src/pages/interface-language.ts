import { directionOf } from "./direction.ts";
import { type Html, html } from "./html.ts";
import { ar } from "./words/ar.ts";
import { de } from "./words/de.ts";
import { en, enUs } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { ja } from "./words/ja.ts";
import { ru } from "./words/ru.ts";
import type { Words } from "./words/words.ts";
import { zh } from "./words/zh.ts";
import { zhHant } from "./words/zh-hant.ts";

/** By the beginning of a BCP 47 tag, in lower case. */
const wordsByTag: Readonly<Record<string, Words>> = {
	ar,
	de,
	en,
	"en-us": enUs,
	es,
	fr,
	ja,
	ru,
	zh,
	"zh-hant": zhHant,
	"zh-hk": zhHant,
	"zh-mo": zhHant,
	"zh-tw": zhHant,
};

/** The words that a page speaks, and how an element says so. */
export interface Interface {
	readonly words: Words;
	/** `lang` and `dir` for elements that hold these words: empty where they are in the page's own language. */
	readonly lang: Html;
}

/**
 * The interface's words in a page's language, by the longest beginning of its tag that is in the table (RFC 4647 §3.4, lookup);
 * else in English, which the elements then say (WCAG 2.2, 3.1.2 Language of Parts).
 */
export function chooseInterface(language: string): Interface {
	const subtags = language.toLowerCase().split(/[-_]/u);
	for (let length = subtags.length; length > 0; length--) {
		const tag = subtags.slice(0, length).join("-");
		const words = Object.hasOwn(wordsByTag, tag) ? wordsByTag[tag] : undefined;
		if (words) return { words, lang: html`` };
	}
	return { words: en, lang: renderLanguage(en.language, language) };
}

/** ` lang` and, where the direction differs, ` dir`, for an element in `language` on a page in `pageLanguage`; empty if they are one. */
export function renderLanguage(language: string, pageLanguage: string): Html {
	if (language === pageLanguage) return html``;
	const direction = directionOf(language);
	return direction === directionOf(pageLanguage)
		? html` lang="${language}"`
		: html` lang="${language}" dir="${direction}"`;
}
