import { buildFault, type Fault, type Place } from "../faults/fault.ts";
import { detachText } from "../text/detach-text.ts";
import { shareTexts } from "../text/share-alike.ts";
import type { Article, Body } from "./article.ts";
import type { ArticleFile } from "./article-file.ts";
import { findFileNames } from "./body/file-names.ts";
import { findTitle } from "./body/render-body.ts";
import { cleanLine } from "./clean-text.ts";
import { decodeFile } from "./decode.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { findDialect } from "./dialects/dialects.ts";
import { type ArticleFields, parseFields } from "./fields/parse-fields.ts";
import { type Dating, findDate, findZone } from "./find-date.ts";
import { markedPaths } from "./find-language.ts";
import type { ParseContext } from "./parse-context.ts";
import { buildPermalink, type Permalink, parseOwnPermalink } from "./permalink.ts";
import { readableName } from "./readable-name.ts";
import { shareMedia, sharePeople, shareSection } from "./share-parts.ts";
import { type ArticleText, splitArticle } from "./split-article.ts";
import { unsupportedMarkup } from "./unsupported-markup.ts";

export type { ParseContext } from "./parse-context.ts";

export interface ParsedArticle {
	/** Absent where a fault is an error. */
	readonly article?: Article;
	/** Its text. */
	readonly body?: Body;
	readonly faults: readonly Fault[];
}

/**
 * Parses one file into a checked article. All its faults come at once: those of decoding and front matter, of its
 * fields, DATE_MISSING, DATE_INVALID, FIELD_INVALID for its address, ARTICLE_TOO_LARGE, BODY_UNSUPPORTED. Nothing of it
 * is rendered.
 * Never throws.
 */
export function parseArticle(file: ArticleFile, context: ParseContext): ParsedArticle {
	const decoded = decodeFile(file);
	if ("fault" in decoded) return { faults: [decoded.fault] };
	const dialect = findDialect(context.site.dialect);
	const text = splitArticle(decoded.text, file.path, dialect, context, file.sidecar);
	const fields = parseFields(text.frontMatter, {
		path: file.path,
		site: context.site,
		section: text.settings,
		dialect,
	});
	const faults = [...weighFaults(text.frontMatter.faults, dialect), ...text.faults];
	if (hasError(faults)) return { faults };
	faults.push(...fields.faults);
	const parts = { text, fields, dialect, context };
	const dating = findDate(dialectPath(file.path, text, dialect), parts, faults);
	if (dating === undefined) return { faults };
	const built = buildArticle(file.path, { ...parts, dating }, faults);
	if (built === undefined || hasError(faults)) return { faults };
	const markup = text.body.format === "unsupported" ? unsupportedMarkup(file.path) : undefined;
	if (markup !== undefined) {
		const place = { file: file.path, line: text.body.firstLine, column: 1 };
		faults.push(buildFault("BODY_UNSUPPORTED", place, `The text is ${markup}.`));
	}
	if (isLargerThan(built.body.text, text.settings.maxBytes)) {
		const message = `The text is larger than the ${text.settings.maxBytes} bytes of \`maxBytes\`.`;
		faults.push(buildFault("ARTICLE_TOO_LARGE", text.frontMatter.locate([]), message));
	}
	return { ...built, faults };
}

/** Syntax that a generator only warns of is no error here either. */
function weighFaults(faults: readonly Fault[], { brokenFrontMatter }: Dialect): readonly Fault[] {
	if (brokenFrontMatter === "refuse") return faults;
	return faults.map((fault) =>
		fault.code === "FRONT_MATTER_SYNTAX"
			? buildFault("FRONT_MATTER_PASSED_OVER", fault.place, fault.message)
			: fault,
	);
}

interface Parts {
	readonly text: ArticleText;
	readonly fields: ArticleFields;
	readonly dialect: Dialect;
	readonly context: ParseContext;
}

function buildArticle(
	path: string,
	parts: Parts & { readonly dating: Dating },
	faults: Fault[],
): { readonly article: Article; readonly body: Body } | undefined {
	const { text, fields, dating, dialect, context } = parts;
	const { published } = dating;
	const { settings, section, tree } = text;
	const ownPath = dialectPath(path, text, dialect);
	const ownTitle = fields.title ?? text.title ?? dialect.titleOf(ownPath);
	const templates = { dialect: dialect.name, path, variables: new Map<string, string>() };
	const found = ownTitle === undefined ? findTitle(text.body, templates) : undefined;
	const foundTitle = detachText(cleanLine(found?.title ?? ""));
	const title = ownTitle ?? (foundTitle || readableTitle(ownPath, dialect));
	const categories = [...new Set([...dialect.categoriesOf(ownPath), ...fields.categories])];
	const source = {
		path: ownPath,
		title,
		section,
		categories,
		published,
		isDatedByPath: dating.source === "path",
		siteLanguage: context.site.language,
		data: text.frontMatter.data,
		hasFile: (other: string) => hasFileInLanguage(other, text, context),
		...(fields.slug === undefined ? {} : { slug: fields.slug }),
		...(fields.language === undefined ? {} : { language: fields.language }),
	};
	const zone = findZone(dating, settings.timezone, dialect);
	const permalink = fields.permalink
		? parseOwnPermalink(fields.permalink.written, source, {
				siteUrl: homeOf(parts, fields.permalink.written),
				dialect,
				zone,
			})
		: buildPermalink(settings.permalink, source, { siteUrl: homeOf(parts), dialect, zone });
	if ("reason" in permalink) {
		faults.push(describePermalink(permalink, fields, text.frontMatter.locate([])));
		return undefined;
	}
	const body = found?.body ?? text.body;
	const { publish, expires, updated, summary, language, image, id, hiddenBy } = fields;
	const key = fields.translationKey ?? dialect.translationKeyOf?.(source) ?? text.unmarkedPath;
	const article: Article = {
		path,
		section: shareSection(section),
		...(tree === undefined ? {} : { tree }),
		...(context.site.languages.length > 1 && {
			translationKey: fields.translationKey ? `key ${key}` : key.replace(/\.[^./]*$/, ""),
		}),
		title,
		url: permalink.url,
		...(id === undefined ? {} : { ownId: id }),
		published,
		updated: laterOf(updated ?? published, published),
		visibleFrom: laterOf(publish ?? always, settings.future === "show" ? always : published),
		...(expires === undefined ? {} : { visibleUntil: expires }),
		draft: hiddenBy !== undefined,
		...(hiddenBy === undefined ? {} : { hiddenBy }),
		generatorId: dialect.idOf({ ...source, url: permalink.url, zone }),
		aliases: shareTexts(fields.aliases),
		...(language === undefined ? {} : { language }),
		authors: fields.authors.length > 0 ? sharePeople(fields.authors) : settings.authors,
		tags: shareTexts(fields.tags),
		categories: shareTexts(categories),
		...(summary === undefined ? {} : { summary }),
		...(image === undefined ? {} : { image }),
		enclosures: shareMedia(fields.enclosures),
		body: {
			format: body.format,
			firstLine: body.firstLine,
			length: body.text.length,
			fingerprint: context.digest(`${title}\0${body.text}`),
			fileNames: shareTexts(findFileNames(body.text).map(detachText)),
		},
	};
	return { article, body };
}

/** The path that the dialect reads: without what marks the language, where its addresses say that in another way. */
function dialectPath(path: string, { unmarkedPath }: ArticleText, dialect: Dialect): string {
	return dialect.languageAddresses ? unmarkedPath : path;
}

/** Whether a file is there, as it is or in the article's own language. */
function hasFileInLanguage(
	path: string,
	{ listedLanguage }: ArticleText,
	{ hasFile }: ParseContext,
): boolean {
	const marked = listedLanguage === undefined ? [] : markedPaths(path, listedLanguage);
	return [path, ...marked].some((candidate) => hasFile(candidate));
}

/** Where the article's address counts from: its language's home, unless its own address counts from the site's. */
function homeOf({ text, dialect, context }: Parts, ownAddress?: string): string {
	const { url, languages } = context.site;
	const { languageAddresses } = dialect;
	const isBelow = ownAddress === undefined || languageAddresses?.isBelowHome(ownAddress);
	if (text.tree === undefined || !text.listedLanguage || !languageAddresses || !isBelow) return url;
	return languageAddresses.homeOf(url, text.listedLanguage, languages[0] ?? "");
}

/** Before every article: nothing hides it. */
const always = new Date("0001-01-01T00:00:00Z");

function describePermalink(
	{ reason }: Extract<Permalink, { reason: string }>,
	{ permalink }: ArticleFields,
	start: Place,
): Fault {
	const message = permalink
		? `\`permalink\` is \`${cleanLine(permalink.written)}\`: ${reason}.`
		: `No address can be made by the settings' \`permalink\`: ${reason}.`;
	return buildFault("FIELD_INVALID", permalink?.place ?? start, message);
}

function readableTitle(path: string, dialect: Dialect): string {
	return cleanLine(readableName(dialect.nameOf(path))) || cleanLine(path);
}

function laterOf(a: Date, b: Date): Date {
	return a.getTime() > b.getTime() ? a : b;
}

function isLargerThan(text: string, bytes: number): boolean {
	return text.length * 3 > bytes && new TextEncoder().encode(text).byteLength > bytes;
}

function hasError(faults: readonly Fault[]): boolean {
	return faults.some(({ severity }) => severity === "error");
}
