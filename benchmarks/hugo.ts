import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Documents } from "./broadsheet.ts";

/** The newest 50 articles with their whole text, of the site or of a section. */
const feedTemplate = `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{- $pages := .RegularPagesRecursive }}{{ if .IsHome }}{{ $pages = .Site.RegularPages }}{{ end }}
{{- range first 50 $pages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate><guid>{{ .Permalink }}</guid><description>{{ .Content | html }}</description></item>{{ end }}
</channel></rss>
`;

const pageTemplate = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><article><h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>{{ .Content }}</article></body></html>
`;

const settings: Readonly<Record<Documents, string>> = {
	// An empty list of a page's outputs would stand for HTML: pages without a rendering keep their addresses.
	"feeds alone": `disableKinds = ["home", "taxonomy", "term", "sitemap", "robotsTXT", "404"]
[outputs]
section = ["RSS"]
[[cascade]]
[cascade._target]
kind = "page"
[cascade._build]
render = "link"
list = "always"
`,
	everything: `disableKinds = ["taxonomy", "term", "sitemap", "robotsTXT", "404"]
[outputs]
home = ["RSS"]
section = ["RSS"]
page = ["HTML"]
`,
};

/**
 * Sets a Hugo site up in a folder and gives the command that builds articles with it: the sections' RSS and nothing
 * else, or the home's RSS and the plainest page for each article besides.
 */
export function prepareHugo(
	folder: string,
	articles: string,
	documents: Documents,
): readonly string[] {
	const layouts = join(folder, "layouts/_default");
	mkdirSync(layouts, { recursive: true });
	writeFileSync(join(layouts, "rss.xml"), feedTemplate);
	writeFileSync(join(layouts, "single.html"), pageTemplate);
	const site = 'baseURL = "https://example.com/"\ntitle = "Bench"\n';
	writeFileSync(join(folder, "config.toml"), site + settings[documents]);
	return [
		...["hugo", "--quiet", "--source", folder, "--contentDir", articles],
		...["--destination", join(folder, "public")],
	];
}
