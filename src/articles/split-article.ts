import type { Fault } from "../faults/fault.ts";
import type { SectionSettings } from "../settings/settings.ts";
import { parseArchiveText } from "./archive-line.ts";
import type { Body, Crumb } from "./article.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { formatOfEnding, parsePath } from "./file-path.ts";
import { parseSidecar } from "./front-matter/sidecar.ts";
import { type FrontMatter, parseFrontMatter } from "./front-matter.ts";
import type { ParseContext } from "./parse-context.ts";
import { buildNameSlug } from "./slug.ts";
import { unsupportedMarkup } from "./unsupported-markup.ts";

/** A file's text in its parts, before its fields are read. */
export interface ArticleText {
	readonly frontMatter: FrontMatter;
	readonly section: readonly Crumb[];
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
	const settingsFor = (section: readonly Crumb[]): SectionSettings =>
		context.settingsFor(section.map((crumb) => crumb.slug));
	const frontMatter = addSidecar(parseFrontMatter(text, path, dialect.frontMatterForm), sidecar);
	const folderSection = sectionOf(path, frontMatter, dialect);
	const archive =
		format === "text" && Object.keys(frontMatter.data).length === 0
			? parseArchiveText(text, path, settingsFor(folderSection).timezone)
			: undefined;
	if (archive === undefined || "fault" in archive) {
		return {
			frontMatter,
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
function sectionOf(path: string, { data }: FrontMatter, dialect: Dialect): readonly Crumb[] {
	const section = dialect.sectionOf(path, data);
	const isReserved =
		dialect.name !== "broadsheet" && reservedSections.includes(section[0]?.slug ?? "");
	return isReserved ? [] : section;
}

/** Top sections that would stand where Broadsheet's own lists do. */
export const reservedSections: readonly string[] = ["tags", "authors", "assets"];
