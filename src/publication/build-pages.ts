import type { Article } from "../articles/article.ts";
import { sectionPathOf } from "../articles/section-path.ts";
import { buildSlug } from "../articles/slug.ts";
import type { Alternate } from "../feeds/feed.ts";
import { feedFormats } from "../feeds/formats.ts";
import { pageAssets } from "../pages/assets.ts";
import { languageName } from "../pages/language-name.ts";
import type {
	ArticlePage,
	Author,
	FeedLink,
	ListPage,
	PageFrame,
	PageLink,
	SectionLink,
	Teaser,
} from "../pages/page.ts";
import { categoryNames } from "../sections/build-terms.ts";
import type { Section, Term } from "../sections/section.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { compareText } from "../text/compare-text.ts";
import { createOnce } from "../text/once.ts";
import { encodeAddress, opmlAddress, pageAddress } from "./addresses.ts";
import { buildHead, homePageUrl, type List } from "./build-list.ts";
import { nothingShown, type Shown } from "./choose-articles.ts";
import type { Tree } from "./contents.ts";
import type { Renderings } from "./create-renderings.ts";

/** Everything that pages are built from, at one instant. */
export interface PageSource {
	readonly tree: Tree;
	readonly renderings: Renderings;
	readonly root: Section;
	readonly tags: readonly Term[];
	readonly authors: readonly Term[];
	/** The same list in other languages. */
	listsElsewhere(list: List): readonly { readonly list: List; readonly tree: Tree }[];
	/** Where an article's translations stand that are shown now. */
	alternatesOf(article: Article): readonly Alternate[];
	/** The site's own list. */
	readonly site: List;
	/** What a list's feeds and page show. */
	shownIn(list: List): Shown;
}

/** More names than this on the home page help nobody; each has its page all the same. */
const termsShown = 40;

/** The page of a list: what it is, its feeds, its newest articles. */
export function buildListPage(list: List, source: PageSource): ListPage {
	const { tree, root, tags, authors } = source;
	const isSite = list.kind === "site";
	const { description } = list.settings;
	return {
		...framesOf(source)(list),
		kind: list.kind,
		title: list.name,
		canonicalUrl: homePageUrl(list, tree),
		...listTranslations(list, source),
		breadcrumbs: breadcrumbs(list.path.slice(tree.path.length, -1), source),
		...(description !== undefined && { description }),
		sections:
			(isSite ? root : list.section)?.children.map((child) => sectionLink(child, source)) ?? [],
		tags: isSite ? termLinks(tags, "tags", source) : [],
		authors: isSite ? termLinks(authors, "authors", source) : [],
		entries: source.shownIn(list).articles.map((article) => teaser(article, list, source)),
	};
}

/** The page of an article. `list` is its section's. */
export function buildArticlePage(article: Article, list: List, source: PageSource): ArticlePage {
	const facts = source.renderings.factsOf(article);
	// The section's picture says nothing of the article.
	const { image: _, ...frame } = framesOf(source)(list);
	return {
		...frame,
		title: article.title,
		language: facts.language,
		siteLanguage: source.tree.site.language,
		canonicalUrl: article.url,
		...articleTranslations(article, source),
		breadcrumbs: breadcrumbs(
			list.kind === "site" ? [] : list.path.slice(source.tree.path.length),
			source,
		),
		published: article.published,
		updated: article.updated,
		authors: article.authors.map((author) => authorLink(author.name, source)),
		tags: categoryNames(article).flatMap((name) => tagLink(name, source)),
		summary: facts.summary,
		isPictureInBody: facts.page?.showsPicture ?? false,
		enclosures: facts.enclosures,
		...(facts.image && { image: facts.image }),
	};
}

/** What the pages of a list and of its articles have in common, worked out once for all of them. */
const framesOf = createOnce((source: PageSource) =>
	createOnce((list: List) => buildFrame(list, source)),
);

function buildFrame(
	list: List,
	source: PageSource,
): Omit<PageFrame, "canonicalUrl" | "breadcrumbs"> {
	const { tree, root } = source;
	const { site } = tree;
	const { image, language } = buildHead(list, nothingShown, tree);
	const path = (address: string) => pathBelowSite(address, source);
	return {
		title: list.name,
		siteTitle: site.title,
		siteUrl: path(pageAddress(tree.path)),
		language: language ?? site.language,
		siteLanguage: site.language,
		timezone: list.settings.timezone,
		feeds: feedLinks(list, tree),
		siteFeeds: feedLinks(source.site, tree),
		navigation: root.children.map(({ title, path: section }) => ({
			name: title,
			url: path(pageAddress(section)),
		})),
		opmlUrl: path(opmlAddress),
		assets: {
			stylesheetUrl: path(pageAssets.stylesheetUrl.address),
			scriptUrl: path(pageAssets.scriptUrl.address),
			iconUrl: path(pageAssets.iconUrl.address),
		},
		...(image && { image }),
	};
}

/** A list's feeds as links: each names the list, the site and its format (requirement 136). */
export function feedLinks(list: List, tree: Tree): FeedLink[] {
	const { selfUrls } = buildHead(list, nothingShown, tree);
	return feedFormats.map(({ name, label, mediaType }) => ({
		label,
		mediaType,
		url: selfUrls[name],
		title: `${list.title} (${label})`,
	}));
}

function listTranslations(list: List, source: PageSource): Pick<PageFrame, "translations"> {
	const others = source.listsElsewhere(list);
	if (others.length === 0) return {};
	return {
		translations: others.map(({ list: other, tree }) => ({
			language: tree.site.language,
			name: languageName(tree.site.language),
			url: homePageUrl(other, tree),
		})),
	};
}

function articleTranslations(
	article: Article,
	source: PageSource,
): Pick<PageFrame, "translations"> {
	const others = source.alternatesOf(article);
	if (others.length === 0) return {};
	return {
		translations: others.map(({ language, url }) => ({
			language,
			name: languageName(language),
			url,
		})),
	};
}

function pathBelowSite(address: string, { tree: { site } }: PageSource): string {
	return basePathOfPages(site) + encodeAddress(address);
}

const basePathOfPages = createOnce(({ pages, url, feedsUrl }: SiteSettings) =>
	new URL(pages ? url : feedsUrl).pathname.replace(/\/$/, ""),
);

/** `path` counts from the tree. */
function breadcrumbs(path: readonly string[], source: PageSource): PageLink[] {
	const links: PageLink[] = [];
	let section: Section | undefined = source.root;
	for (const slug of path) {
		section = section?.children.find((child) => child.path.at(-1) === slug);
		if (!section) break;
		links.push({ name: section.title, url: pathBelowSite(pageAddress(section.path), source) });
	}
	return links;
}

function sectionLink(section: Section, source: PageSource): SectionLink {
	return {
		name: section.title,
		url: pathBelowSite(pageAddress(section.path), source),
		children: section.children.map((child) => sectionLink(child, source)),
	};
}

/** The terms that most articles have, by name. */
function termLinks(
	terms: readonly Term[],
	folder: "tags" | "authors",
	source: PageSource,
): PageLink[] {
	return terms
		.toSorted((a, b) => b.articles.visible.length - a.articles.visible.length)
		.slice(0, termsShown)
		.map(({ slug, name }) => ({
			name,
			url: pathBelowSite(termAddress(folder, slug, source), source),
		}))
		.sort((a, b) => compareText(a.name, b.name));
}

function termAddress(folder: "tags" | "authors", slug: string, { tree }: PageSource): string {
	return pageAddress([...tree.path, folder, slug]);
}

function authorLink(name: string, source: PageSource): Author {
	const slug = buildSlug(name);
	return slug
		? { name, url: pathBelowSite(termAddress("authors", slug, source), source) }
		: { name };
}

function tagLink(name: string, source: PageSource): PageLink[] {
	const slug = buildSlug(name);
	return slug ? [{ name, url: pathBelowSite(termAddress("tags", slug, source), source) }] : [];
}

function teaser(article: Article, list: List, source: PageSource): Teaser {
	const { summary, language } = source.renderings.factsOf(article);
	const crumbs = article.section.map((crumb) => crumb.slug);
	const isElsewhere = sectionPathOf(article).join("/") !== list.path.join("/");
	const section = isElsewhere ? breadcrumbs(crumbs, source).at(-1) : undefined;
	return {
		title: article.title,
		url: article.url,
		published: article.published,
		summary,
		authors: article.authors.map((author) => authorLink(author.name, source)),
		...(section && { section }),
		...(language !== list.settings.language && { language }),
	};
}

/** The `Link` header of a page: its feeds, for readers that do not parse HTML (requirement 137). */
export function pageLinkHeader(list: List, tree: Tree): string {
	return feedLinks(list, tree)
		.map(({ url, mediaType }) => `<${url}>; rel="alternate"; type="${mediaType}"`)
		.join(", ");
}
