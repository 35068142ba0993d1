import { writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { describeSystemError } from "../../node/system-error.ts";
import type { Contents } from "../../publication/contents.ts";
import { renderSettings } from "../../site-config/render-settings.ts";
import type { Finding } from "../../site-config/report.ts";
import type { Io } from "../io.ts";
import { openLibrary } from "../open-library.ts";
import { openPlace } from "../open-place.ts";
import type { OptionValues } from "../parse-arguments.ts";
import type { ReadSiteConfig } from "../read-site-config.ts";
import { renderArticleSamples, renderFound, renderUnread } from "../render-init.ts";

/** Stands for the address of a site that names none: nothing is served here. */
const nowhere = "http://localhost";

const settingsFile = "site.yaml";

/**
 * Prints what is recognised of a site, where each setting was found, what could not be known, and which articles would
 * be published; then writes the settings to `site.yaml` in the current folder. A file that is there is never
 * overwritten: the settings are printed instead. Exit code 0.
 */
export async function init(folderPath: string, values: OptionValues, io: Io): Promise<number> {
	const place = await openPlace(folderPath, values, io);
	const opened = await openLibrary(place, nowhere, "look", io);
	const { config, given } = opened;
	const contents = await opened.library.read();
	const sourceOf = (finding: Pick<Finding, "place" | "key">): string => {
		const { file, line, column } = finding.place;
		const path = join(resolve(io.folder, folderPath), config?.site.root ?? "", file);
		const place = file === "." ? file : `${relative(io.folder, path)}:${line}:${column}`;
		return `${place} ${finding.key}`;
	};
	const findings =
		config?.site.findings.filter(({ setting }) => !Object.hasOwn(given, setting[0] ?? "")) ?? [];
	const unknown = findUnknown(contents, config);

	io.print(
		config
			? `This is a site of ${config.site.label}.`
			: "No other generator is recognised: this is read as a folder of Broadsheet's own.",
	);
	for (const line of renderFound(given, findings, sourceOf)) io.print(line);
	for (const line of renderUnread(unknown, config?.site.unread ?? [], sourceOf)) io.print(line);
	for (const line of renderArticleSamples(contents, io.clock(), nowhere)) io.print(line);

	const text = renderSettings({
		values: { ...config?.values, ...given },
		findings,
		unknown,
		sourceOf,
	});
	const articlesPath = relative(io.folder, opened.folder.root) || ".";
	await keepSettings(text, io);
	io.print(`To serve it: broadsheet serve ${articlesPath} --settings ${settingsFile}`);
	return 0;
}

async function keepSettings(text: string, io: Io): Promise<void> {
	try {
		await writeFile(resolve(io.folder, settingsFile), text, { flag: "wx" });
		io.print(`Wrote ${settingsFile}.`);
	} catch (error) {
		const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
		io.print(
			isThere
				? `There is a ${settingsFile} already, which stays as it is. These are the settings:`
				: `${settingsFile} cannot be written: ${describeSystemError(error)} These are the settings:`,
		);
		io.print(text);
	}
}

/** Settings that matter for every feed and that nobody names, each with an example. */
function findUnknown(
	{ site }: Contents,
	config: ReadSiteConfig | undefined,
): readonly (readonly [setting: string, example: string])[] {
	const isForeign = config !== undefined;
	const isSaid = (setting: string) => config !== undefined && Object.hasOwn(config.values, setting);
	const essential = [
		["url", "https://example.org", site.url === nowhere],
		["title", "My site", site.title === "Untitled"],
		["language", site.language, isForeign && site.language === "en" && !isSaid("language")],
		["timezone", site.timezone, isForeign && site.timezone === "UTC" && !isSaid("timezone")],
	] as const;
	return essential.flatMap(([setting, example, isUnknown]) =>
		isUnknown ? [[setting, example] as const] : [],
	);
}
