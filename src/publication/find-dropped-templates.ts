import { buildFault, type Fault } from "../faults/fault.ts";
import type { Contents } from "./contents.ts";
import { createRenderings } from "./create-renderings.ts";

/** What the articles' bodies lose of their template code: a warning for each article and kind of code (TEMPLATE_DROPPED). */
export function findDroppedTemplates(
	contents: Contents,
	digest: (content: Uint8Array | string) => string,
): Fault[] {
	const renderings = createRenderings({ digest })(contents, ({ generatorId }) => generatorId);
	return contents.articles.flatMap((article) => {
		const place = { file: article.path, line: article.body.firstLine, column: 1 };
		return renderings
			.factsOf(article)
			.dropped.map(([kind, times]) =>
				buildFault("TEMPLATE_DROPPED", place, `\`${kind}\` is left out ${describeTimes(times)}.`),
			);
	});
}

function describeTimes(times: number): string {
	return times === 1 ? "once" : `${times} times`;
}
