import type { Person } from "../articles/article.ts";
import type { ArticleFile, ListedFile } from "../articles/article-file.ts";
import { decodeFile } from "../articles/decode.ts";
import { readLanguageMark, treeOfLanguage } from "../articles/find-language.ts";
import { type FrontMatter, parseFrontMatter, parseYamlDocument } from "../articles/front-matter.ts";
import { buildSlug } from "../articles/slug.ts";
import type { Fault } from "../faults/fault.ts";
import { parseAuthors } from "../settings/parse-authors.ts";
import {
	type ParsedSettings,
	parseSectionSettings,
	parseSiteSettings,
	type UnknownKeys,
} from "../settings/parse-settings.ts";
import { resolveSite } from "../settings/resolve-settings.ts";
import type { SectionValues, SiteValues } from "../settings/schema.ts";
import type { SectionSettings, SiteSettings } from "../settings/settings.ts";
import type { FileMemory, Reading } from "./file-memory.ts";
import { inheritSettings, type SectionSources } from "./inherit-settings.ts";

/** The file that holds a section's settings; in the root, the site's. */
export const settingsFileName = "_index.md";

/** Files in the root that say who an author's id is. */
const authorsFileNames = ["authors.yml", "authors.yaml"];

/** Settings from outside the folder. */
export interface OuterSettings {
	/** From flags and the environment: weightier than any file. */
	readonly flags: SiteValues;
	/** From `--settings FILE`. */
	readonly file: SiteValues;
	/** From the site's own configuration: lighter than any file of the folder, and only where nobody names another dialect. */
	readonly siteConfig?: ParsedSettings<SiteValues>;
	/** Stands for `url` where nobody names one. */
	readonly listenerUrl: string;
	/** The authority of ids at the first publication, where there was one: it outlives a change of `url`, at once. */
	recallAuthority?(): string | undefined;
}

/** What each settings file may hold. */
export interface SettingsMemories {
	readonly site: FileMemory<SiteValues>;
	readonly sections: FileMemory<SectionValues>;
	readonly authors: FileMemory<Readonly<Record<string, Person>>>;
}

export interface SettingsReading {
	readonly site: SiteSettings;
	settingsFor(section: readonly string[]): SectionSettings;
	/** What the sections' settings come from. */
	readonly sources: SectionSources;
	readonly faults: readonly Fault[];
}

/** Reads the settings of the site and of every section. A faulty file says nothing, or what it last said. */
export async function readSettings(
	memories: SettingsMemories,
	files: readonly ListedFile[],
	outer: OuterSettings,
): Promise<SettingsReading> {
	const faults: Fault[] = [];
	async function read<Value>(
		memory: FileMemory<Value>,
		file: ListedFile,
		parse: (text: FrontMatter) => ParsedSettings<Value>,
	): Promise<Value | undefined> {
		const reading = await memory.read(file, (bytes) =>
			parseFile({ path: file.path, bytes }, parse),
		);
		faults.push(...reading.faults);
		return reading.value;
	}

	const rootFile = files.find(({ path }) => path === settingsFileName);
	const unknownKeysOf = (values: SiteValues): UnknownKeys => {
		const dialect = values.dialect ?? outer.siteConfig?.values.dialect ?? "broadsheet";
		return dialect === "broadsheet" ? "strict" : "foreign";
	};
	const root =
		rootFile &&
		(await read(memories.site, rootFile, (text) => {
			const values = { ...parseSiteSettings(text, "foreign").values, ...outer.file };
			return parseSiteSettings(text, unknownKeysOf(values));
		}));
	const siteValues = { ...root, ...outer.file };
	const unknownKeys = unknownKeysOf(siteValues);
	const config = siteConfigFor({ ...siteValues, ...outer.flags }, outer);
	faults.push(...config.faults);

	const authorsFile = files.find(({ path }) => authorsFileNames.includes(path));
	const authors = authorsFile && (await read(memories.authors, authorsFile, parseAuthors));

	const siteLayers = [outer.flags, outer.file, root ?? {}, config.values];
	const languages = siteLayers.find((values) => values.languages)?.languages ?? [];
	const sectionValues = new Map<string, SectionValues>();
	for (const file of files) {
		if (file === rootFile || !isSettingsFile(file.path, languages)) continue;
		const values = await read(memories.sections, file, (text) =>
			parseSectionSettings(text, unknownKeys),
		);
		if (values) sectionValues.set(slugPathOf(file.path, languages), values);
	}

	const { listenerUrl } = outer;
	const firstAuthority = outer.recallAuthority?.();
	const remembered = firstAuthority === undefined ? [] : [{ authority: firstAuthority }];
	// What `_index.en.md` says of the first language is said of the site.
	const firstLanguage = sectionValues.get("") ?? {};
	const layers = [...siteLayers.toSpliced(2, 0, firstLanguage), ...remembered];
	const site = resolveSite(layers, listenerUrl, authors ?? {});
	const sources = { site: siteValues, files: sectionValues, config: config.values };
	return { site, settingsFor: inheritSettings(site, sources), sources, faults };
}

/**
 * What the site's own configuration says beside weightier settings: nothing where these name another dialect, and for a
 * section nothing that these say of the whole site.
 */
function siteConfigFor(
	said: SiteValues,
	{ siteConfig }: OuterSettings,
): ParsedSettings<SiteValues> {
	const isThis = said.dialect === undefined || said.dialect === siteConfig?.values.dialect;
	if (!isThis || !siteConfig) return { values: {}, faults: [] };
	const { sections = {}, ...values } = siteConfig.values;
	const unsaid = Object.entries(sections).map(([path, section]) => {
		const entries = Object.entries(section).filter(([key]) => !Object.hasOwn(said, key));
		return [path, Object.fromEntries(entries)] as const;
	});
	return { ...siteConfig, values: { ...values, sections: Object.fromEntries(unsaid) } };
}

/** Whether a file holds settings of the site or of a section, in one of these languages. */
export function isSettingsFile(path: string, languages: readonly string[]): boolean {
	// Most files are none, and a mark of the language stands before the ending.
	if (!path.includes("_index")) return false;
	const unmarked = readLanguageMark(path, languages).path;
	return unmarked === settingsFileName || unmarked.endsWith(`/${settingsFileName}`);
}

/** The whole path of the section that a file stands in, joined with `/`. */
function slugPathOf(path: string, languages: readonly string[]): string {
	const mark = readLanguageMark(path, languages);
	const tree = treeOfLanguage(mark.language, languages);
	const slugs = mark.path.split("/").slice(0, -1).map(buildSlug);
	return [...(tree === undefined ? [] : [tree]), ...slugs].join("/");
}

function parseFile<Value>(
	file: ArticleFile,
	parse: (text: FrontMatter) => ParsedSettings<Value>,
): Reading<Value> {
	const decoded = decodeFile(file);
	// An empty file makes a folder a section and says nothing more.
	const isEmpty = "fault" in decoded && decoded.fault.code === "ARTICLE_EMPTY";
	if ("fault" in decoded && !isEmpty) return { faults: [decoded.fault] };
	const content = "text" in decoded ? decoded.text : "";
	const text = file.path.endsWith(".md")
		? parseFrontMatter(content, file.path)
		: parseYamlDocument(content, file.path);
	const parsed = parse(text);
	const faults = [...text.faults, ...parsed.faults];
	const isFaulty = faults.some((fault) => fault.severity === "error");
	return isFaulty ? { faults } : { value: parsed.values, faults };
}
