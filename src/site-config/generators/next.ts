import { type ConfigFolder, hasFolder } from "../config-folder.ts";
import type { ConfigText, Found } from "../config-text.ts";
import { joinUrl, toAuthors, toLanguage, toText } from "../convert.ts";
import { findValue } from "../find-value.ts";
import { readFirstConfig } from "../parse-config.ts";
import { articlesPath, type Generator } from "./generator.ts";
import { findExported, findHomepage, readPackage } from "./packages.ts";
import { blogNames, chooseRoute, findRoutes, nameOf } from "./routes.ts";

const files = ["ts", "mjs", "js", "cjs"].map((ending) => `next.config.${ending}`);
/** Where much-used templates keep what a site says of itself. */
const siteFiles = [
	"data/siteMetadata.js",
	"data/siteMetadata.ts",
	"siteMetadata.js",
	"next-sitemap.config.js",
	"site.config.js",
	"site.config.ts",
	"config/site.ts",
	"lib/constants.ts",
	"src/config.ts",
];

/**
 * Next: `next.config.*`, `package.json` and the files in which templates keep a site's name, of which only literals are
 * read. Next itself knows no articles: their folder is one that is often called so, and the names of the routes tell
 * their addresses.
 * Sources: "next.config.js", "Dynamic Routes" in Next's documentation.
 */
export const next: Generator = {
	dialect: "next",
	label: "Next",
	async read(root) {
		const config = await readFirstConfig(root, files);
		const pack = await readPackage(root, "next");
		const texts = [config, pack].filter((text) => text !== undefined);
		if (texts.length === 0) return undefined;
		const site = await readFirstConfig(root, siteFiles);
		return {
			texts: site ? [...texts, site] : texts,
			content: await findContent(root),
			async describe(report, place) {
				const say = (setting: string, ...keys: string[]) =>
					report.say(setting, findExported(site, ...keys), toText);
				say("title", "title", "SITE_TITLE", "name");
				say("description", "description", "SITE_DESCRIPTION");
				report.say("authors", findExported(site, "author"), toAuthors);
				report.say("language", findConfigured(config, "i18n", "defaultLocale"), toLanguage);
				report.say("language", findExported(site, "language", "locale", "lang"), toLanguage);
				if (pack) report.say("description", findValue([pack], "description"), toText);
				report.say("permalink", findConfigured(config, "trailingSlash"), (value) =>
					value === true ? "/:path/" : undefined,
				);
				const routes = await findRoutes(root, ["pages", "src/pages", "app", "src/app"]);
				const folder = articlesPath(place);
				const path = folder.replace(/^(?:src\/)?(?:pages|app)(?:\/|$)/, "");
				const usual = blogNames.includes(nameOf(folder)) ? nameOf(folder) : undefined;
				const route = path === folder ? (chooseRoute(routes, folder) ?? usual) : path;
				const base = findConfigured(config, "basePath");
				for (const home of [findExported(site, "siteUrl", "SITE_URL", "url"), findHomepage(texts)])
					report.say("url", joinUrl(home, base, route));
			},
		};
	},
};

function findConfigured(config: ConfigText | undefined, ...path: string[]): Found | undefined {
	return config && findValue([config], "default", ...path);
}

/** Folders in which Next's examples and templates keep articles. */
async function findContent(root: ConfigFolder): Promise<string[]> {
	const parents = ["", "content/", "data/", "src/", "src/content/", "pages/", "src/pages/", "app/"];
	const likely = ["_posts", ...blogNames];
	const found: string[] = [];
	for (const parent of parents)
		for (const name of likely) if (await hasFolder(root, parent + name)) found.push(parent + name);
	const whole = (await hasFolder(root, "content")) ? ["content"] : [];
	return [...found, ...whole, ""];
}
