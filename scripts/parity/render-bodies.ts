import { sectionPathOf } from "../../src/articles/section-path.ts";
import type { Contents } from "../../src/publication/contents.ts";
import { renderArticle } from "../../src/publication/render-article.ts";

/** An article's body, whole. */
export interface RenderedBody {
	/** Of the article's file. */
	readonly path: string;
	/** Reader-safe HTML. */
	readonly html: string;
}

/** The bodies of all articles, one after the other. Throws where a file has changed since. */
export function* renderBodies(contents: Contents): Generator<RenderedBody> {
	const { site, media, articles } = contents;
	const targets = {
		site,
		media,
		articleUrls: new Map(articles.map(({ path, url }) => [path, url])),
		idOf: ({ generatorId }: { generatorId: string }) => generatorId,
		alternatesOf: () => [],
	};
	for (const article of articles) {
		const settings = contents.settingsFor(sectionPathOf(article));
		const { html } = renderArticle(article, contents.readBody(article), settings, targets);
		yield { path: article.path, html };
	}
}
