import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { decodeFile } from "../articles/decode.ts";
import { parseYamlDocument } from "../articles/front-matter.ts";
import { type Fault, renderFault, sortFaults, startOf } from "../faults/fault.ts";
import { type DiskFolder, openFolder } from "../node/open-folder.ts";
import { describeSystemError } from "../node/system-error.ts";
import { parseSiteSettings } from "../settings/parse-settings.ts";
import type { SiteValues } from "../settings/schema.ts";
import { CliError } from "./cli-error.ts";
import type { Io } from "./io.ts";
import { defaultState } from "./options.ts";
import type { OptionValues } from "./parse-arguments.ts";
import { describeSiteConfig, type ReadSiteConfig, readSiteConfig } from "./read-site-config.ts";

/** What a command was given, before anything of it is read. */
export interface Place {
	readonly folder: DiskFolder;
	readonly flags: SiteValues;
	/** From `--settings`. */
	readonly file: SiteValues;
	readonly config?: ReadSiteConfig;
	readonly stateFolder: string;
}

/**
 * Finds the folder and the settings that a command was given. Throws FOLDER_UNREADABLE, SETTINGS_UNREADABLE,
 * SETTINGS_REFUSED (every fault is reported before), USAGE.
 */
export async function openPlace(folderPath: string, values: OptionValues, io: Io): Promise<Place> {
	const flags = readFlags(values);
	const file = await readSettingsFile(values.get("settings"), io);
	const given = { ...file, ...flags };
	const config = await readSiteConfig(resolve(io.folder, folderPath), given);
	const articlesPath = join(folderPath, config?.content ?? "");
	const folder = await openFolder(resolve(io.folder, articlesPath)).catch((error: Error) => {
		throw new CliError("FOLDER_UNREADABLE", `${folderPath}: ${error.message}`);
	});
	if (config) io.report(describeSiteConfig(config));
	const stateFolder = resolve(io.folder, values.get("state") ?? defaultState);
	return { folder, flags, file, stateFolder, ...(config && { config }) };
}

/** Reports faults and refuses errors among them, all at once (SETTINGS_REFUSED). */
export function refuse(faults: readonly Fault[], io: Io): void {
	const errors = faults.filter((fault) => fault.severity === "error");
	if (errors.length === 0) return;
	for (const fault of sortFaults(faults)) io.report(renderFault(fault));
	throw new CliError(
		"SETTINGS_REFUSED",
		`There ${errors.length === 1 ? "is one error" : `are ${errors.length} errors`}.`,
	);
}

function readFlags(values: OptionValues): SiteValues {
	const url = values.get("url");
	if (url === undefined) return {};
	const parsed = parseSiteSettings({ data: { url }, locate: () => startOf("--url") }, "strict");
	const [fault] = parsed.faults;
	if (fault)
		throw new CliError("USAGE", fault.message.replace("The setting `url`", "The option --url"));
	return parsed.values;
}

async function readSettingsFile(path: string | undefined, io: Io): Promise<SiteValues> {
	if (path === undefined) return {};
	const bytes = await readFile(resolve(io.folder, path)).catch((error: unknown) => {
		throw new CliError("SETTINGS_UNREADABLE", `${path}: ${describeSystemError(error)}`);
	});
	const decoded = decodeFile({ path, bytes });
	if ("fault" in decoded && decoded.fault.code !== "ARTICLE_EMPTY") refuse([decoded.fault], io);
	const text = parseYamlDocument("text" in decoded ? decoded.text : "", path);
	const parsed = parseSiteSettings(text, "strict");
	refuse([...text.faults, ...parsed.faults], io);
	return parsed.values;
}
