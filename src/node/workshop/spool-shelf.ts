import type { Article } from "../../articles/article.ts";
import type { EntryFacts } from "../../publication/entry-facts.ts";
import type { HeldRendering, RenderingShelf } from "../../publication/rendering-shelf.ts";
import { copySpooled, openSpool } from "./spool.ts";

/** A shelf that keeps every rendering on the disk. */
export interface SpoolShelf extends RenderingShelf {
	/** Takes in a rendering whose texts another thread has written to a file, from `start` on (`lengths` in bytes). */
	adopt(article: Article, facts: EntryFacts, texts: SpooledTexts): HeldRendering;
}

/** An article's texts, one behind the other. */
export interface SpooledTexts {
	readonly file: number;
	readonly start: number;
	readonly lengths: readonly number[];
}

/** Opens a shelf over the file descriptor of its own texts. */
export function createSpoolShelf(file: number): SpoolShelf {
	const held = new Map<Article, HeldRendering>();
	const own = openSpool(file);

	function hold(article: Article, facts: EntryFacts, texts: SpooledTexts): HeldRendering {
		const { start, lengths } = texts;
		const startOf = (number: number): number =>
			lengths.slice(0, number).reduce((sum, length) => sum + length, start);
		const copy = (number: number, target: Uint8Array, to: number): void => {
			const length = lengths[number] ?? 0;
			const place = target.subarray(to, to + length);
			if (texts.file === file) own.copyTo(place, startOf(number));
			else copySpooled(texts.file, place, startOf(number));
		};
		const read = (number: number): Uint8Array => {
			const bytes = new Uint8Array(lengths[number] ?? 0);
			copy(number, bytes, 0);
			return bytes;
		};
		const rendering: HeldRendering = {
			facts,
			readText: read,
			copyText: copy,
		};
		held.set(article, rendering);
		return rendering;
	}

	return {
		get: (article) => held.get(article),
		adopt: hold,
		put(article, facts, { texts }) {
			const start = own.append(texts);
			return hold(article, facts, { file, start, lengths: texts.map(({ length }) => length) });
		},
	};
}
