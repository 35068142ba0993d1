import type { Article, Body } from "../articles/article.ts";
import { FileChangedError } from "./folder.ts";
import type { ArticleReading } from "./read-article.ts";

/** Texts of articles, of which those used last are at hand. */
export interface BodyShelf {
	/** Whether an article's text is at hand, so that its file is not needed. */
	holds(article: Article): boolean;
	/** How long all texts that are at hand may be together, in UTF-16 code units. */
	readonly mostHeld: number;
	put(article: Article, body: Body): void;
	/** Throws `FileChangedError` where the file does not hold the text any longer. */
	read(article: Article): Body;
}

/** In UTF-16 code units: some thousand articles. */
const mostHeld = 8_000_000;

/**
 * Holds as many texts as fit; any other is read from its file again. `readAgain` gives what the file of an article says
 * now, if it is an article.
 */
export function createBodyShelf(
	readAgain: (article: Article) => Pick<ArticleReading, "value" | "body">,
): BodyShelf {
	const held = new Map<string, { readonly fingerprint: string; readonly body: Body }>();
	let length = 0;

	function put({ path, body: { fingerprint } }: Article, body: Body): void {
		const former = held.get(path);
		length += body.text.length - (former?.body.text.length ?? 0);
		held.delete(path);
		held.set(path, { fingerprint, body });
		for (const [oldest, { body: other }] of held) {
			if (length <= mostHeld || oldest === path) break;
			held.delete(oldest);
			length -= other.text.length;
		}
	}

	function recall({ path, body: { fingerprint } }: Article): Body | undefined {
		const known = held.get(path);
		return known?.fingerprint === fingerprint ? known.body : undefined;
	}

	return {
		holds: (article) => recall(article) !== undefined,
		mostHeld,
		put,
		read(article) {
			const known = recall(article);
			if (known) return known;
			const { value, body } = readAgain(article);
			if (!body || value?.body.fingerprint !== article.body.fingerprint)
				throw new FileChangedError(article.path);
			put(article, body);
			return body;
		},
	};
}
