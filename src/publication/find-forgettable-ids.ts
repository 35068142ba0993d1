import { buildFault, type Fault, startOf } from "../faults/fault.ts";
import type { Contents } from "./contents.ts";
import { entryId } from "./entry-id.ts";
import type { Memory } from "./memory.ts";

/**
 * Articles whose published id is not what their file alone would give: after a renaming the state remembers it, but a
 * build without that state would publish another one (requirement 93). The message says which line to write.
 */
export function findForgettableIds({ articles, site }: Contents, memory: Memory): Fault[] {
	const published = new Map(
		[...memory.articles.entries()].map(([, record]) => [record.path, record.id]),
	);
	return articles.flatMap((article) => {
		const id = published.get(article.path);
		if (id === undefined || id === entryId(article, site)) return [];
		const line = `\`id: ${JSON.stringify(id)}\``;
		return article.ownId === undefined
			? buildFault(
					"ID_ONLY_REMEMBERED",
					startOf(article.path),
					`This was published under the id ${line}.`,
				)
			: buildFault("ID_CHANGED", startOf(article.path), `This was published under the id ${line}.`);
	});
}
