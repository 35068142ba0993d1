import type { Article } from "../articles/article.ts";
import type { Alternate, Enclosure, Image } from "../feeds/feed.ts";
import type { PieceFacts } from "./document-plan.ts";
import { resolveAgain } from "./render-article.ts";
import type { ReferenceTargets } from "./resolve-references.ts";

/** What is known of an article's entry without its text: enough for every document's entity tag and size. Plain data. */
export interface EntryFacts {
	/** Hashes of the settings under which it was rendered: the site's, its section's. */
	readonly under: string;
	readonly id: string;
	readonly alternates: readonly Alternate[];
	/** What the article named that other files of the folder decide, and what that led to. */
	readonly asked: readonly (readonly [reference: string, answer: string])[];
	/** Paths of the files of the folder that it names. */
	readonly files: readonly string[];
	/** Plain characters. */
	readonly summary: string;
	/** BCP 47. */
	readonly language: string;
	readonly enclosures: readonly Enclosure[];
	readonly image?: Image;
	/** How often template code of a kind (`{% image %}`) was lost from its body. */
	readonly dropped: readonly (readonly [kind: string, times: number])[];
	/** In each format, in the order of `feedFormats`. */
	readonly pieces: readonly PieceFacts[];
	/** Of the article's page, where it has one. */
	readonly page?: PageFacts;
}

/** What is known of an article's body as it stands in its page. */
export interface PageFacts {
	readonly body: PieceFacts;
	/** Whether the body shows the article's picture. */
	readonly showsPicture: boolean;
}

/** Whether rendering an article again would give the same, although other files or settings may have changed. */
export function areCurrent(
	facts: EntryFacts,
	article: Article,
	under: string,
	targets: ReferenceTargets,
): boolean {
	return (
		facts.under === under &&
		facts.id === targets.idOf(article) &&
		areSame(facts.alternates, targets.alternatesOf(article)) &&
		facts.asked.every(([reference, answer]) => resolveAgain(reference, article, targets) === answer)
	);
}

function areSame(a: readonly Alternate[], b: readonly Alternate[]): boolean {
	return (
		a.length === b.length &&
		a.every(
			({ language, url }, number) => b[number]?.language === language && b[number].url === url,
		)
	);
}
