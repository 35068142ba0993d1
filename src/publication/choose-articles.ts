import { isBefore } from "date-fns/isBefore";
import type { Article } from "../articles/article.ts";
import { feedFormats } from "../feeds/formats.ts";
import { buildHead, type List } from "./build-list.ts";
import type { Tree } from "./contents.ts";
import type { Renderings } from "./create-renderings.ts";
import type { Departed } from "./departed.ts";
import { renderFrame } from "./render-frame.ts";

/** What a list's feeds show. */
export interface Shown {
	/** Newest first. */
	readonly articles: readonly Article[];
	/** What was taken away, for as long as it would still stand here: newest first. */
	readonly departed: readonly Departed[];
}

export const nothingShown: Shown = { articles: [], departed: [] };

const separatorBytes = Math.max(...feedFormats.map((format) => format.separator.length));

/**
 * Chooses the newest articles of a list, as many as `limit` says and as fit into `maxBytes` in every format, so that all
 * formats list the same (requirements 51, 63); and tombstones for what would be among them (requirement 97).
 */
export function chooseArticles(list: List, tree: Tree, renderings: Renderings): Shown {
	const { limit, maxBytes } = list.settings;
	const { visible } = list.articles;
	const newest = limit === "all" ? visible : visible.slice(0, limit);
	let bytes = frameBytes(list, tree);
	const articles: Article[] = [];
	for (const article of newest) {
		bytes += renderings.largestEntry(article) + separatorBytes;
		if (bytes > maxBytes) break;
		articles.push(article);
	}
	const oldest = articles.length < visible.length ? articles.at(-1)?.published : undefined;
	return {
		articles,
		departed: list.departed.filter(
			({ published }) => oldest === undefined || !isBefore(published, oldest),
		),
	};
}

/** Bytes of a list's feed without entries, in the format in which it is largest. */
function frameBytes(list: List, tree: Tree): number {
	const head = buildHead(list, nothingShown, tree);
	const encoder = new TextEncoder();
	const sizes = feedFormats.map((format) => {
		const frame = renderFrame(list, format, head);
		return encoder.encode(frame.head + frame.tail).length;
	});
	return Math.max(...sizes);
}
