import type { Fault } from "../faults/fault.ts";
import type { SectionSettings, SiteSettings } from "../settings/settings.ts";
import { parseArchiveText } from "./archive-line.ts";
import type { Body, Crumb } from "./article.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { createFieldLookup } from "./fields/field-lookup.ts";
import { formatOfEnding, parsePath } from "./file-path.ts";
import { findListedLanguage, readLanguageMark, treeOfLanguage } from "./find-language.ts";
import { parseSidecar } from "./front-matter/sidecar.ts";
import { type FrontMatter, parseFrontMatter } from "./front-matter.ts";
import type { ParseContext } from "./parse-context.ts";
import { sectionPathOf } from "./section-path.ts";
import { buildNameSlug } from "./slug.ts";
import { unsupportedMarkup } from "./unsupported-markup.ts";

/** A file's text in its parts, before its fields are read. */
export interface ArticleText {
	readonly frontMatter: FrontMatter;
	readonly section: readonly Crumb[];
	/** The language of `languages` that it is in, and its tree, unless that is at the root. */
	readonly listedLanguage?: string;
	readonly tree?: string;
	/** The file's path without what marks its language. */
	readonly unmarkedPath: string;
	/** Of that section. */
	readonly settings: SectionSettings;
	readonly body: Body;
	/** From an archive's first line. */
	readonly title?: string;
	/** From an archive's first line, as written. */
	readonly date?: string;
	readonly faults: readonly Fault[];
}

/** Parts a file's text into front matter (or an archive's first line, in plain text) and body; finds its section. */
export function splitArticle(
	text: string,
	path: string,
	dialect: Dialect,
	context: ParseContext,
	sidecar?: string,
): ArticleText {
	const unknown = unsupportedMarkup(path) === undefined ? "markdown" : "unsupported";
	const format = formatOfEnding(parsePath(path).ending) ?? unknown;
	const { site } = context;
	const frontMatter = addSidecar(parseFrontMatter(text, path, dialect.frontMatterForm), sidecar);
	const mark = readLanguageMark(path, site.languages);
	const listedLanguage = mark.language ?? findWrittenLanguage(frontMatter, path, dialect, site);
	const tree = treeOfLanguage(listedLanguage, site.languages);
	const language = {
		unmarkedPath: mark.path,
		...(listedLanguage !== undefined && { listedLanguage }),
		...(tree !== undefined && { tree }),
	};
	const settingsFor = (section: readonly Crumb[]): SectionSettings =>
		context.settingsFor(sectionPathOf({ ...language, section }));
	const folderSection = sectionOf(mark.path, frontMatter, dialect, site);
	const archive =
		format === "text" && Object.keys(frontMatter.data).length === 0
			? parseArchiveText(text, path, settingsFor(folderSection).timezone)
			: undefined;
	if (archive === undefined || "fault" in archive) {
		return {
			frontMatter,
			...language,
			section: folderSection,
			settings: settingsFor(folderSection),
			body: {
				format,
				text: cleanText(frontMatter.body),
				firstLine: frontMatter.bodyFirstLine,
			},
			faults: archive === undefined ? [] : [archive.fault],
		};
	}
	const section = archive.section.map(cleanLine).map((name) => ({
		slug: buildNameSlug(name),
		name,
	}));
	const title = cleanLine(archive.title);
	return {
		frontMatter,
		...language,
		section,
		settings: settingsFor(section),
		body: { format, text: cleanText(archive.body), firstLine: archive.bodyFirstLine },
		...(title === "" ? {} : { title }),
		date: archive.date,
		faults: [],
	};
}

/** What the article itself says wins over the file beside it. */
function addSidecar(frontMatter: FrontMatter, sidecar: string | undefined): FrontMatter {
	if (sidecar === undefined) return frontMatter;
	return { ...frontMatter, data: { ...parseSidecar(sidecar), ...frontMatter.data } };
}

/**
 * The article's section. Broadsheet's own lists stand at some addresses: another generator's section of such a name has
 * no feed of its own, and its articles are the site's.
 */
function sectionOf(
	path: string,
	{ data }: FrontMatter,
	dialect: Dialect,
	{ languages }: SiteSettings,
): readonly Crumb[] {
	const section = dialect.sectionOf(path, data);
	const isReserved =
		dialect.name !== "broadsheet" && reservedSections(languages).includes(section[0]?.slug ?? "");
	return isReserved ? [] : section;
}

/** Top sections that would stand where Broadsheet's own lists do, or the trees of these languages. */
export function reservedSections(languages: readonly string[]): readonly string[] {
	return ["tags", "authors", "assets", ...languages.map(buildNameSlug)];
}

/** The language of `languages` that the front matter names, or the settings' `defaults` for the article. */
function findWrittenLanguage(
	{ data }: FrontMatter,
	path: string,
	dialect: Dialect,
	site: SiteSettings,
): string | undefined {
	if (site.languages.length === 0) return undefined;
	const written = createFieldLookup(data, path, site, dialect).find("language");
	return written && findListedLanguage(String(written.value).trim(), site.languages);
}
