import { parseFrontMatter } from "../articles/front-matter.ts";
import { buildFault, type Place, startOf } from "../faults/fault.ts";
import { type DialectName, dialectNames } from "../settings/settings.ts";
import { buildValues } from "./build-values.ts";
import { checkPatterns } from "./check-patterns.ts";
import { type ConfigFolder, type ConfigFolders, hasFolder } from "./config-folder.ts";
import { astro } from "./generators/astro.ts";
import { docusaurus } from "./generators/docusaurus.ts";
import { eleventy } from "./generators/eleventy.ts";
import { describeDirectoryData } from "./generators/eleventy-data.ts";
import {
	type ArticlesPlace,
	type Generator,
	joinPaths,
	type SiteReading,
} from "./generators/generator.ts";
import { hexo } from "./generators/hexo.ts";
import { hugo } from "./generators/hugo.ts";
import { jekyll } from "./generators/jekyll.ts";
import { next } from "./generators/next.ts";
import { pelican } from "./generators/pelican.ts";
import { zola } from "./generators/zola.ts";
import { guessDialect } from "./guess-dialect.ts";
import { createReport, type Report } from "./report.ts";
import type { ConfigFault, SiteConfig } from "./site-config.ts";

/** Those with a configuration of a name of their own first. */
const generators: readonly Generator[] = [
	docusaurus,
	zola,
	hugo,
	jekyll,
	hexo,
	pelican,
	eleventy,
	astro,
	next,
];

/** The generators whose folders have `_index.md`, as Broadsheet's own have. */
const withIndexFiles: readonly DialectName[] = ["hugo", "zola"];

/**
 * Finds the configuration of the site that a folder belongs to: in the folder itself, else in those above it, and only
 * where the configuration says that articles lie in that folder, above or below it. `named`: other generators' do not
 * count; an `_index.md` may name one too. Without a configuration the looks of the folder may tell the dialect. Nothing of a site is executed; what cannot
 * be read is a warning. Undefined: it is a folder of Broadsheet's own. Never rejects of its own.
 */
export async function findSiteConfig(
	folders: ConfigFolders,
	named: DialectName | undefined,
): Promise<SiteConfig | undefined> {
	const index = await folders[0].read("_index.md");
	const hasIndex = index !== undefined;
	const wanted = named ?? (hasIndex ? dialectOf(index) : undefined);
	if (wanted === "broadsheet") return undefined;
	for (const [level, root] of folders.entries()) {
		const path = folders
			.slice(0, level)
			.map(({ name }) => name)
			.reverse()
			.join("/");
		for (const generator of generators) {
			const { dialect } = generator;
			if (wanted !== undefined && dialect !== wanted) continue;
			if (wanted === undefined && hasIndex && !withIndexFiles.includes(dialect)) continue;
			const reading = await generator.read(root);
			const place = reading && (await findPlace(root, path, reading));
			if (place) return await describeSite(generator, reading, { ...place, level });
		}
	}
	return await describeLooks(folders[0], wanted);
}

/** The dialect that a folder's own `_index.md` names. */
function dialectOf(index: string): DialectName | undefined {
	const { dialect } = parseFrontMatter(index, "_index.md").data;
	return dialectNames.find((name) => name === dialect);
}

/** What a folder tells without a configuration: the dialect by its looks, and Eleventy's data files in it. */
async function describeLooks(
	folder: ConfigFolder,
	wanted: DialectName | undefined,
): Promise<SiteConfig | undefined> {
	const dialect = wanted ?? (await guessDialect(folder));
	const generator = generators.find((candidate) => candidate.dialect === dialect);
	if (!generator) return undefined;
	const report = createReport();
	const found = { value: dialect, place: startOf("."), key: "(the looks of the folder)" };
	if (wanted === undefined) report.say("dialect", found);
	if (dialect === "eleventy") await describeDirectoryData(report, folder, "");
	if (report.findings.length === 0) return undefined;
	report.say("dialect", { ...found, key: "(given)" });
	const reading = { texts: [], content: [""], describe: () => undefined };
	return buildSiteConfig(generator, reading, report, { level: 0, down: "" });
}

interface FoundPlace extends ArticlesPlace {
	/** From the folder that was named down to the folder of articles. */
	readonly down: string;
}

/** How a folder lies to the folders of articles; undefined where it has nothing to do with them. */
async function findPlace(
	root: ConfigFolder,
	path: string,
	{ content }: SiteReading,
): Promise<FoundPlace | undefined> {
	for (const folder of content) {
		if (folder === "" || !`${path}/`.startsWith(`${folder}/`)) continue;
		return { content: folder, below: path.slice(folder.length + 1), down: "" };
	}
	const start = path === "" ? "" : `${path}/`;
	for (const folder of content) {
		if (folder === "" || !folder.startsWith(start) || !(await hasFolder(root, folder))) continue;
		return { content: folder, below: "", down: folder.slice(start.length) };
	}
	return content.includes("") ? { content: "", below: path, down: "" } : undefined;
}

async function describeSite(
	{ dialect, label }: Generator,
	reading: SiteReading,
	place: FoundPlace & { readonly level: number },
): Promise<SiteConfig> {
	const report = createReport();
	const [main] = reading.texts;
	if (main) report.say("dialect", { value: dialect, place: main.locate([]), key: `(${label})` });
	await reading.describe(report, place);
	return buildSiteConfig({ dialect, label }, reading, report, place);
}

function buildSiteConfig(
	{ dialect, label }: Pick<Generator, "dialect" | "label">,
	reading: SiteReading,
	report: Report,
	place: Pick<FoundPlace, "down"> & { readonly level: number },
): SiteConfig {
	const root = Array.from({ length: place.level }, () => "..").join("/");
	const up = Array.from(place.down.split("/").filter(Boolean), () => "..");
	const fromArticles = (at: Place): Place => ({
		...at,
		file: [...up, root, at.file].filter(Boolean).join("/"),
	});
	const warn = (at: Place, message: string, setting: string | undefined): ConfigFault => ({
		...(setting !== undefined && { setting }),
		fault: buildFault("SITE_CONFIG_UNREAD", fromArticles(at), message),
	});
	const { findings, unread } = checkPatterns(report, dialect);
	const { values, faults } = buildValues(findings);
	const broken = reading.texts.flatMap(({ problem }) => problem ?? []);
	return {
		dialect,
		label,
		root,
		content: joinPaths(place.down),
		files: reading.texts.map(({ file }) => file),
		values,
		findings,
		unread,
		faults: [
			...broken.map(({ place: at, reason }) => warn(at, reason, undefined)),
			...faults.map(({ place: at, message }) => warn(at, message, undefined)),
			...unread.flatMap(({ setting, place: at, key, reason }) =>
				setting === undefined ? [] : warn(at, `\`${key}\` cannot be known: ${reason}.`, setting),
			),
		],
	};
}
