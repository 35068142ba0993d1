import { createListBuilder, type ListBuilder } from "./build-lists.ts";
import { buildPublication } from "./build-publication.ts";
import type { Contents, Tree } from "./contents.ts";
import { createRenderings, type RenderingRuntime } from "./create-renderings.ts";
import type { Publication } from "./document-plan.ts";
import { findTranslations } from "./find-translations.ts";
import type { Memory } from "./memory.ts";
import { type Absence, rememberArticles } from "./remember-articles.ts";

/** Gives what is served of some contents at an instant, and notes in the memory what was published. */
export type Publisher = (contents: Contents, now: Date, absence?: Absence) => Publication;

/**
 * A publisher that keeps from one publication to the next whatever did not change. The memory is stored before the
 * publication is given.
 */
export function createPublisher(memory: Memory, runtime: RenderingRuntime): Publisher {
	const { digest } = runtime;
	const render = createRenderings(runtime);
	const listBuilders = new Map<string, ListBuilder>();

	/** The builder of a tree's lists, which knows those of the publication before. */
	function listBuilderOf({ path }: Tree): ListBuilder {
		const name = path.join("/");
		const known = listBuilders.get(name) ?? createListBuilder();
		listBuilders.set(name, known);
		return known;
	}

	return (contents, now, absence = "withdrawn") => {
		const remembered = rememberArticles(contents, memory, { now, absence });
		memory.commit();
		const translations = findTranslations(contents, now);
		const renderings = render(contents, remembered.idOf, translations);
		return buildPublication(
			{
				contents,
				remembered,
				renderings,
				memory,
				digest,
				translations,
				listsOf: (tree) => listBuilderOf(tree)(tree, remembered, translations, now),
			},
			now,
		);
	};
}
