import { parseJson } from "../articles/front-matter/json.ts";
import type { ParsedSource } from "../articles/front-matter/parsed-source.ts";
import { normalizeLineEnds, placeAt } from "../articles/front-matter/text-place.ts";
import { parseToml } from "../articles/front-matter/toml.ts";
import { parseYaml } from "../articles/front-matter/yaml.ts";
import type { ConfigFolder } from "./config-folder.ts";
import type { ConfigText } from "./config-text.ts";
import { parsePython } from "./script/python.ts";
import { parseScript } from "./script/script.ts";
import { Unreadable } from "./unreadable.ts";

const parsers: readonly (readonly [RegExp, (source: string) => ParsedSource])[] = [
	[/\.ya?ml$/, parseYaml],
	[/\.toml$/, parseToml],
	[/\.json$/, parseJson],
	[/\.py$/, parsePython],
	[/\.[cm]?[jt]s$/, parseScript],
];

/**
 * Parses a configuration file by its ending: YAML, TOML and JSON as data, JavaScript, TypeScript and Python as text
 * of which only literals are read. `file` is its path from the site's root. Never throws, and never runs anything.
 */
export function parseConfig(text: string, file: string): ConfigText {
	const source = normalizeLineEnds(text);
	const parse = parsers.find(([ending]) => ending.test(file))?.[1] ?? parseYaml;
	const { data, problems, offsetOfKey } = parse(source);
	const problem = data === undefined ? problems[0] : undefined;
	return {
		file,
		data: data ?? {},
		...(problem && {
			problem: Object.assign(new Unreadable(problem.message), {
				place: placeAt(source, problem.offset, file),
			}),
		}),
		locate(path) {
			for (let length = path.length; length > 0; length -= 1) {
				const offset = offsetOfKey(path.slice(0, length));
				if (offset !== undefined) return placeAt(source, offset, file);
			}
			return { file, line: 1, column: 1 };
		},
	};
}

/** Reads a configuration file of a folder; undefined where there is none. */
export async function readConfig(
	folder: ConfigFolder,
	file: string,
): Promise<ConfigText | undefined> {
	const text = await folder.read(file);
	return text === undefined ? undefined : parseConfig(text, file);
}

/** Reads the first of some configuration files that a folder has. */
export async function readFirstConfig(
	folder: ConfigFolder,
	files: readonly string[],
): Promise<ConfigText | undefined> {
	for (const file of files) {
		const config = await readConfig(folder, file);
		if (config) return config;
	}
	return undefined;
}
