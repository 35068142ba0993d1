import type { Article } from "../articles/article.ts";
import type { EntryFacts } from "./entry-facts.ts";
import type { RenderedArticle } from "./render-article.ts";

/** An article as rendered, with its entry's text in each format (in the order of `feedFormats`). */
export interface HeldRendering {
	readonly facts: EntryFacts;
	readonly rendered: RenderedArticle;
	readonly texts: readonly Uint8Array<ArrayBuffer>[];
}

/** Renderings, of which those used last are at hand. */
export interface RenderingShelf {
	get(article: Article): HeldRendering | undefined;
	put(article: Article, held: HeldRendering): void;
}

/** Some thousand articles, whatever their number is. In bytes. */
const mostHeldBytes = 64 * 1024 * 1024;

/** Holds as many renderings as fit. */
export function createRenderingShelf(): RenderingShelf {
	const shelf = new Map<Article, { readonly held: HeldRendering; readonly bytes: number }>();
	let heldBytes = 0;

	function remove(article: Article): void {
		heldBytes -= shelf.get(article)?.bytes ?? 0;
		shelf.delete(article);
	}

	return {
		get: (article) => shelf.get(article)?.held,
		put(article, held) {
			const bytes = held.texts.reduce((sum, text) => sum + text.length, held.rendered.html.length);
			remove(article);
			shelf.set(article, { held, bytes });
			heldBytes += bytes;
			for (const oldest of shelf.keys()) {
				if (heldBytes <= mostHeldBytes || oldest === article) break;
				remove(oldest);
			}
		},
	};
}
