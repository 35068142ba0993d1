import { findDialect } from "../../articles/dialects/dialects.ts";
import { readFlag } from "../../articles/fields/flag.ts";
import type { ConfigText } from "../config-text.ts";
import { joinUrl, toAuthors, toFuture, toLanguage, toLimit, toText, toTexts } from "../convert.ts";
import { findValue } from "../find-value.ts";
import { globsBelow } from "../globs.ts";
import { parseConfig, readFirstConfig } from "../parse-config.ts";
import type { Report } from "../report.ts";
import { type Generator, trimPath } from "./generator.ts";
import { describeDefaults } from "./jekyll-defaults.ts";
import { isHexo } from "./underscore-config.ts";

/**
 * Jekyll: `_config.yml` (Hexo's name too), `_config.yaml` or `_config.toml`; content lies in `source`, posts in its
 * `_posts` folders. A site on GitHub Pages names its domain in `CNAME`.
 * Sources: "Configuration", "Permalinks", "Front Matter Defaults" in Jekyll's documentation; jekyll-feed's README.
 */
export const jekyll: Generator = {
	dialect: "jekyll",
	label: "Jekyll",
	async read(root) {
		const text = await readFirstConfig(root, ["_config.yml", "_config.yaml", "_config.toml"]);
		if (!text || (await isHexo(text, root))) return undefined;
		const domain = await root.read("CNAME");
		const source = trimPath(toText(findValue([text], "source")?.value) ?? "");
		return {
			texts: [text],
			content: [source],
			describe(report, place) {
				const below = place.below;
				describeSite(report, [text]);
				if (domain !== undefined) describeDomain(report, domain, [text]);
				describeAddresses(report, [text], below);
				describeDefaults(report, [text], below);
				report.add("ignore", findValue([text], "exclude"), (value) =>
					globsBelow(below, toTexts(value)).flatMap((glob) => [glob, `${glob}/**`]),
				);
			},
		};
	},
};

function describeSite(report: Report, texts: readonly ConfigText[]): void {
	const find = (...path: string[]) => findValue(texts, ...path);
	for (const key of ["title", "name"]) report.say("title", find(key), toText);
	for (const key of ["description", "tagline"]) report.say("description", find(key), toText);
	report.say("url", joinUrl(find("url"), find("baseurl")));
	for (const key of ["lang", "language", "locale"])
		report.say("language", find(key), (value) => (toText(value) ? toLanguage(value) : undefined));
	report.say("timezone", find("timezone"), toText);
	report.say("authors", find("author"), toAuthors);
	report.say("future", find("future"), toFuture);
	report.say("limit", find("feed", "posts_limit"), toLimit);
	report.add("aliases", find("feed", "path"), (value) =>
		toTexts(value).filter((path) => !/^\/?(?:feed|atom|rss)\.xml$/.test(path)),
	);
	for (const key of ["show_drafts", "unpublished"]) {
		const found = find(key);
		if (found && readFlag(found.value) === true)
			report.cannot(found, "what is not to be published stays hidden");
	}
}

/** GitHub Pages: the file holds the site's domain alone. */
function describeDomain(report: Report, domain: string, texts: readonly ConfigText[]): void {
	const host = domain.trim().split(/\s/)[0] ?? "";
	if (!/^[\w-]+(?:\.[\w-]+)+$/.test(host)) return;
	const place = parseConfig("", "CNAME").locate([]);
	const home = { value: host, place, key: "CNAME" };
	report.say("url", joinUrl(home, findValue(texts, "baseurl")));
}

/** Folders above `_posts` are categories, also when they lie above the folder of articles. */
function describeAddresses(report: Report, texts: readonly ConfigText[], below: string): void {
	const { permalink, expandPattern } = findDialect("jekyll");
	const steps = trimPath(below).split("/").filter(Boolean);
	const posts = steps.indexOf("_posts");
	const above = (posts < 0 ? steps : steps.slice(0, posts)).map((step) => step.toLowerCase());
	const withCategories = (value: unknown) => {
		const pattern = toText(value);
		if (pattern === undefined || above.length === 0) return pattern;
		return expandPattern(pattern).replaceAll(
			/:(?:slugified_)?categories\b/g,
			(word) => `${above.join("/")}/${word}`,
		);
	};
	report.say("permalink", findValue(texts, "collections", "posts", "permalink"), withCategories);
	report.say("permalink", findValue(texts, "permalink"), withCategories);
	const [text] = texts;
	if (above.length > 0 && text)
		report.say(
			"permalink",
			{ value: permalink, place: text.locate([]), key: "(Jekyll's default)" },
			withCategories,
		);
}
