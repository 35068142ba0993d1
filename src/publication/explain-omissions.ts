import { isAfter } from "date-fns/isAfter";
import type { Article } from "../articles/article.ts";
import { draftPhrase } from "../articles/fields/find-hiding.ts";
import { buildFault, type Fault, startOf } from "../faults/fault.ts";
import { isVisible } from "../sections/list-articles.ts";
import type { Contents } from "./contents.ts";

/**
 * Why files that are not faulty are no entries at an instant: drafts, articles before their time or after their expiry,
 * texts that the dialect does not take for articles. All are warnings.
 */
export function explainOmissions({ articles, leftOut }: Contents, now: Date): Fault[] {
	return [
		...articles
			.filter((article) => !isVisible(article, now))
			.map((article) => explain(article, now)),
		...leftOut.map(({ path, reason }) =>
			buildFault("NOT_AN_ARTICLE", startOf(path), `This file is ${reason}.`),
		),
	];
}

function explain(article: Article, now: Date): Fault {
	const place = startOf(article.path);
	if (article.draft && article.hiddenBy !== draftPhrase)
		return buildFault("HIDDEN", place, `This article is not published: ${article.hiddenBy}.`);
	if (article.draft) return buildFault("DRAFT", place, "This article is a draft.");
	if (isAfter(article.visibleFrom, now))
		return buildFault(
			"SCHEDULED",
			place,
			`This article appears on ${article.visibleFrom.toISOString()}.`,
		);
	return buildFault(
		"EXPIRED",
		place,
		`This article ended on ${article.visibleUntil?.toISOString()}.`,
	);
}
