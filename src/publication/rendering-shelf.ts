import type { Article } from "../articles/article.ts";
import type { EntryFacts } from "./entry-facts.ts";
import type { RenderedEntry } from "./render-entry.ts";

/** A rendering that is at hand. */
export interface HeldRendering {
	readonly facts: EntryFacts;
	/** The text of this number (`RenderedEntry.texts`), in UTF-8. */
	readText(number: number): Uint8Array;
	/** Writes that to a place of `target`. */
	copyText(number: number, target: Uint8Array, start: number): void;
}

/** Renderings, of which those used last are at hand. */
export interface RenderingShelf {
	get(article: Article): HeldRendering | undefined;
	put(article: Article, facts: EntryFacts, entry: RenderedEntry): HeldRendering;
}

/** Some thousand articles, whatever their number is. In bytes. */
const mostHeldBytes = 64 * 1024 * 1024;

/** Holds as many renderings as fit into memory. */
export function createRenderingShelf(): RenderingShelf {
	const shelf = new Map<Article, { readonly held: HeldRendering; readonly bytes: number }>();
	let heldBytes = 0;

	function remove(article: Article): void {
		heldBytes -= shelf.get(article)?.bytes ?? 0;
		shelf.delete(article);
	}

	return {
		get: (article) => shelf.get(article)?.held,
		put(article, facts, entry) {
			const texts = entry.texts.map((text) => text.slice());
			const bytes = texts.reduce((sum, text) => sum + text.length, 0);
			const held = {
				facts,
				readText: (number: number) => texts[number] ?? new Uint8Array(),
				copyText: (number: number, target: Uint8Array, start: number) =>
					target.set(texts[number] ?? new Uint8Array(), start),
			};
			remove(article);
			shelf.set(article, { held, bytes });
			heldBytes += bytes;
			for (const oldest of shelf.keys()) {
				if (heldBytes <= mostHeldBytes || oldest === article) break;
				remove(oldest);
			}
			return held;
		},
	};
}
