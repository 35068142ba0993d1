import type { ConfigText } from "../config-text.ts";
import { joinUrl, toAuthors, toFuture, toLanguage, toLimit, toText, toTexts } from "../convert.ts";
import { findValue } from "../find-value.ts";
import { globsBelow } from "../globs.ts";
import { readFirstConfig } from "../parse-config.ts";
import type { Report } from "../report.ts";
import { type Generator, trimPath } from "./generator.ts";
import { isHexo } from "./underscore-config.ts";

/**
 * Hexo: `_config.yml` (Jekyll's name too) or `_config.json`; content lies in `source_dir`, posts in its `_posts`.
 * Sources: "Configuration" and "Permalinks" in Hexo's documentation; hexo-generator-feed's README.
 */
export const hexo: Generator = {
	dialect: "hexo",
	label: "Hexo",
	async read(root) {
		const text = await readFirstConfig(root, ["_config.yml", "_config.yaml", "_config.json"]);
		if (!text || !(await isHexo(text, root))) return undefined;
		const source = trimPath(toText(findValue([text], "source_dir")?.value) ?? "source");
		return {
			texts: [text],
			content: [source],
			describe: (report, { below }) => describeSite(report, [text], below),
		};
	},
};

function describeSite(report: Report, texts: readonly ConfigText[], below: string): void {
	const find = (...path: string[]) => findValue(texts, ...path);
	report.say("title", find("title"), toText);
	report.say("description", find("description"), toText);
	report.say("description", find("subtitle"), toText);
	report.say("url", joinUrl(find("url")));
	report.say("language", find("language"), toLanguage);
	report.say("timezone", find("timezone"), toText);
	report.say("authors", find("author"), toAuthors);
	report.say("permalink", find("permalink"), (value) => {
		const pattern = toText(value);
		return pattern && (pattern.startsWith("/") ? pattern : `/${pattern}`);
	});
	report.say("future", find("future"), toFuture);
	report.say("limit", find("feed", "limit"), toLimit);
	report.add("aliases", find("feed", "path"), (value) =>
		toTexts(value).filter((path) => !/^\/?(?:atom|rss)\.xml$/.test(path)),
	);
	for (const key of ["exclude", "ignore"])
		report.add("ignore", find(key), (value) => globsBelow(below, toTexts(value)));
	const name = find("new_post_name");
	if (name && toText(name.value) !== ":title.md")
		report.cannot(name, "no setting can say what a file's name holds");
}
