import type { Article } from "../articles/article.ts";
import { buildPublication } from "./build-publication.ts";
import type { Contents } from "./contents.ts";
import { createRenderings } from "./create-renderings.ts";
import type { Publication } from "./document-plan.ts";
import { findTranslations } from "./find-translations.ts";
import type { Memory } from "./memory.ts";
import { createOnce } from "./once.ts";
import { type Absence, rememberArticles } from "./remember-articles.ts";

/** Gives what is served of some contents at an instant, and notes in the memory what was published. */
export type Publisher = (contents: Contents, now: Date, absence?: Absence) => Publication;

/**
 * A publisher that keeps from one publication to the next whatever did not change. The memory is stored before the
 * publication is given. `digest` gives a hash of bytes.
 */
export function createPublisher(memory: Memory, digest: (bytes: Uint8Array) => string): Publisher {
	const render = createRenderings();
	const encoder = new TextEncoder();
	const fingerprintOf = createOnce((article: Article) =>
		digest(encoder.encode(`${article.title}\0${article.body.text}`)),
	);
	return (contents, now, absence = "withdrawn") => {
		const remembered = rememberArticles(contents, memory, { now, absence, fingerprintOf });
		memory.commit();
		const translations = findTranslations(contents, now);
		const renderings = render(contents, remembered.idOf, translations);
		return buildPublication(
			{ contents, remembered, renderings, memory, fingerprintOf, translations },
			now,
		);
	};
}
