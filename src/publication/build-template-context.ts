import type { Article } from "../articles/article.ts";
import type { TemplateContext } from "../articles/body/render-body.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { rememberAnswers } from "../text/remember-answers.ts";

/**
 * What an article's template code may hold, and the values that it may name. Sources: Jekyll, "Variables" (`site.url` is
 * the origin, `site.baseurl` the path below it); Eleventy, "Eleventy supplied data".
 */
export function buildTemplateContext(article: Article, site: SiteSettings): TemplateContext {
	const { origin, pathname } = parseHome(site.url);
	const address = URL.parse(article.url)?.pathname ?? "";
	return {
		dialect: site.dialect,
		path: article.path,
		variables: new Map([
			["site.url", origin],
			["site.baseurl", pathname.replace(/\/$/, "")],
			["site.title", site.title],
			["page.title", article.title],
			["page.url", address],
			["title", article.title],
			...frontMatterValues("image", article.image?.reference),
			...frontMatterValues("description", article.summary),
			...frontMatterValues("excerpt", article.summary),
		]),
	};
}

const parseHome = rememberAnswers((url: string) => new URL(url));

/** Eleventy gives the front matter's fields their own names, Jekyll puts them below `page`. */
function frontMatterValues(name: string, value: string | undefined): [string, string][] {
	return value === undefined
		? []
		: [
				[name, value],
				[`page.${name}`, value],
			];
}
