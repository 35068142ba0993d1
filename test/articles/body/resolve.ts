import type { ResolveReference } from "../../../src/articles/body/render-body.ts";

/** The address of the article that the tests render. */
export const articleUrl = "https://example.org/news/storm/";

/** Resolves as an article at `articleUrl` does. */
export const resolve: ResolveReference = (reference) =>
	URL.canParse(reference, articleUrl) ? new URL(reference, articleUrl).href : undefined;
