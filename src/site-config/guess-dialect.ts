import { parseFrontMatter } from "../articles/front-matter.ts";
import type { DialectName } from "../settings/settings.ts";
import type { ConfigFolder } from "./config-folder.ts";
import { joinPaths } from "./generators/generator.ts";

/** So many folders and texts are looked at: the looks of a site show soon. */
const mostFolders = 60;
const mostTexts = 24;

/**
 * The dialect of a folder without a configuration at hand, where its looks leave no doubt; undefined else, which means
 * Broadsheet's own. Broadsheet's folders have `_index.md` and `NAME/index.md` too, so that these tell nothing.
 */
export async function guessDialect(folder: ConfigFolder): Promise<DialectName | undefined> {
	const paths = await listPaths(folder);
	const files = paths.filter((path) => !path.endsWith("/"));
	const posts = files.filter((path) =>
		/(?:^|\/)_posts\//.test(folder.name === "_posts" ? `_posts/${path}` : path),
	);
	if (posts.length > 0) return guessOfPosts(posts);
	if (files.some((path) => /\.11tydata\.(?:js|cjs|mjs|json)$/.test(path))) return "eleventy";
	const isBlogOfDocusaurus =
		/^authors\.ya?ml$/m.test(files.join("\n")) && files.some((path) => path.endsWith(".mdx"));
	if (isBlogOfDocusaurus) return "docusaurus";
	const texts = await readSome(
		folder,
		files.filter((path) => /\.(?:md|markdown)$/i.test(path)),
	);
	const sections = files.filter((path) => /(?:^|\/)_index\.md$/.test(path));
	const sectionTexts = await readSome(folder, sections);
	if (sections.length > 0 && [...texts, ...sectionTexts].some(isZola)) return "zola";
	if (sectionTexts.some(isSectionOfHugo)) return "hugo";
	if (sections.length > 0 && texts.some(isHugo)) return "hugo";
	return texts.length > 0 && texts.every(isPelican) ? "pelican" : undefined;
}

/** Jekyll wants a date at the beginning of each name, Hexo's default has none. */
function guessOfPosts(posts: readonly string[]): DialectName | undefined {
	const texts = posts.filter((path) => /\.(?:md|markdown|mkd|html)$/i.test(path));
	const dated = texts.filter((path) => /(?:^|\/)\d{4}-\d{1,2}-\d{1,2}-[^/]+$/.test(path));
	if (texts.length === 0) return undefined;
	return dated.length * 2 >= texts.length ? "jekyll" : "hexo";
}

async function listPaths(folder: ConfigFolder): Promise<string[]> {
	const paths: string[] = [];
	const queue = [""];
	for (let looked = 0; looked < mostFolders && queue.length > 0; looked += 1) {
		const path = queue.shift() ?? "";
		for (const name of await folder.list(path)) {
			if (/^\.|^node_modules\//.test(name)) continue;
			if (name.endsWith("/")) queue.push(joinPaths(path, name));
			else paths.push(path === "" ? name : `${path}/${name}`);
		}
	}
	return paths;
}

async function readSome(folder: ConfigFolder, files: readonly string[]): Promise<string[]> {
	// Some of all folders: those of one folder are alike.
	const step = Math.max(1, Math.floor(files.length / mostTexts));
	const some = files.filter((_, index) => index % step === 0).slice(0, mostTexts);
	const texts = await Promise.all(some.map((path) => folder.read(path)));
	return texts.filter((text) => text !== undefined);
}

/** Shortcodes with angle brackets, or with percent signs, which no other generator has. */
function isHugo(text: string): boolean {
	return /\{\{<\s*\/?[a-z][^{}]*>\}\}|\{\{%\s*\/?[a-z][^{}]*%\}\}/i.test(text);
}

/** What Hugo's sections say of themselves and Broadsheet's do not; of others, only Zola has `_index.md`, always with TOML. */
const keysOfHugo = new Set(
	"build cascade headless iscjklanguage layout linktitle menu menus outputs sitemap type weight".split(
		" ",
	),
);

function isSectionOfHugo(text: string): boolean {
	if (/^\uFEFF?\+\+\+/.test(text)) return false;
	const { data } = parseFrontMatter(text, "_index.md");
	return Object.keys(data).some((key) => keysOfHugo.has(key.toLowerCase()));
}

/** Keys that only Zola's front matter (TOML) has. */
function isZola(text: string): boolean {
	const frontMatter = /^\+\+\+\n([\s\S]*?)\n\+\+\+/.exec(text.replaceAll("\r", ""))?.[1];
	return /^(?:sort_by|paginate_by|page_template|insert_anchor_links|in_search_index|generate_feeds?)\s*=|^\[taxonomies\]/m.test(
		frontMatter ?? "",
	);
}

/** `Title: …` and `Date: …` in the first lines, up to a blank one, without fences. */
function isPelican(text: string): boolean {
	const head = text.replace(/^\uFEFF/, "").split(/\r?\n\s*\r?\n/)[0] ?? "";
	const isMetadata = head.split(/\r?\n/).every((line) => /^(?:\w[\w-]*:|\s)/.test(line));
	return isMetadata && /^title:/im.test(head) && /^date:/im.test(head);
}
