import { type ConfigFolder, hasFolder } from "../config-folder.ts";
import type { ConfigText } from "../config-text.ts";
import { joinUrl, toAuthors, toLanguage, toText } from "../convert.ts";
import { findValue } from "../find-value.ts";
import { readFirstConfig } from "../parse-config.ts";
import type { Report } from "../report.ts";
import { type ArticlesPlace, articlesPath, type Generator, joinPaths } from "./generator.ts";
import { findExported, findHomepage, readPackage } from "./packages.ts";
import { blogNames, chooseRoute, findRoutes } from "./routes.ts";

const files = ["mjs", "ts", "mts", "js", "cjs"].map((ending) => `astro.config.${ending}`);
/** Where the starters of Astro keep what a site says of itself. */
const siteFiles = ["consts.ts", "consts.js", "config.ts", "config.js", "site.config.ts"];

/**
 * Astro: `astro.config.*` and the constants of its blog templates (`src/consts.ts`), of which only literals are read.
 * Content lies in `src/content`; the pages in `src/pages` tell the addresses by their names.
 * Sources: "Configuration Reference", "Content collections" and "Routing" in Astro's documentation.
 */
export const astro: Generator = {
	dialect: "astro",
	label: "Astro",
	async read(root) {
		const config = await readFirstConfig(root, files);
		const pack = await readPackage(root, "astro");
		const site = await readFirstConfig(
			root,
			siteFiles.map((name) => `src/${name}`),
		);
		const texts = [config, pack].filter((text) => text !== undefined);
		if (texts.length === 0) return undefined;
		return {
			texts: site ? [...texts, site] : texts,
			content: await findContent(root),
			async describe(report, place) {
				const routes = await findRoutes(root, ["src/pages"]);
				describeSite(report, config, pack, site);
				describeAddress(report, texts, site, { routes, place });
			},
		};
	},
};

/** The collection of a blog's name, if there is just one; else all of them; else the folder of pages. */
async function findContent(root: ConfigFolder): Promise<string[]> {
	const names = await root.list("src/content");
	const blogs = blogNames.filter((name) => names.includes(`${name}/`));
	const [only] = blogs.length === 1 ? blogs : [];
	const likeliest = only ? [`src/content/${only}`] : [];
	const pages = (await hasFolder(root, "src/content")) ? [] : ["src/pages"];
	return [...likeliest, "src/content", ...pages, ""];
}

function describeSite(
	report: Report,
	config: ConfigText | undefined,
	pack: ConfigText | undefined,
	site: ConfigText | undefined,
): void {
	report.say("title", findExported(site, "SITE_TITLE", "title", "name"), toText);
	report.say("description", findExported(site, "SITE_DESCRIPTION", "description", "desc"), toText);
	report.say("authors", findExported(site, "SITE_AUTHOR", "AUTHOR", "author"), toAuthors);
	report.say("timezone", findExported(site, "timezone"), toText);
	report.say(
		"language",
		config && findValue([config], "default", "i18n", "defaultLocale"),
		toLanguage,
	);
	report.say("language", findExported(site, "SITE_LANG", "LANG", "lang", "locale"), toLanguage);
	if (pack) report.say("description", findValue([pack], "description"), toText);
}

function describeAddress(
	report: Report,
	texts: readonly ConfigText[],
	site: ConfigText | undefined,
	{ routes, place }: { readonly routes: readonly string[]; readonly place: ArticlesPlace },
): void {
	const folder = articlesPath(place);
	const path = folder.startsWith("src/pages")
		? folder.slice("src/pages/".length)
		: (chooseRoute(routes, folder) ?? joinPaths(...afterContent(folder)));
	report.say("permalink", findValue(texts, "default", "trailingSlash"), (value) =>
		value === "never" ? "/:path" : undefined,
	);
	const base = findValue(texts, "default", "base");
	for (const home of [
		findValue(texts, "default", "site"),
		findExported(site, "SITE_URL", "website"),
		findHomepage(texts),
	])
		report.say("url", joinUrl(home, base, path));
}

function afterContent(folder: string): string[] {
	return folder.startsWith("src/content/") ? [folder.slice("src/content/".length)] : [];
}
