import { isMapping, type ParsedSource, pathKey, type SourceProblem } from "./parsed-source.ts";
import { indexYaml, type YamlPlaces } from "./yaml-places.ts";

/** Keys that stand twice are told one by one, up to so many. */
const maxDuplicates = 20;

/**
 * Parses a JSON object; between `;;;` its braces may be missing (Hexo). A key that stands twice is a warning, and the
 * last one counts (RFC 8259 §4 leaves it open; so do `JSON.parse` and YAML here). Never throws.
 */
export function parseJson(source: string): ParsedSource {
	const isBare = source.trimStart().startsWith('"');
	const json = isBare ? `{${source}}` : source;
	const shift = isBare ? 1 : 0;
	let places: YamlPlaces | undefined;
	const getPlaces = (): YamlPlaces => {
		// JSON is YAML, and YAML's parser tells places.
		places ??= indexYaml(json);
		return places;
	};
	const offsetOfKey: ParsedSource["offsetOfKey"] = (path) => {
		const offset = getPlaces().offsets.get(pathKey(path));
		return offset === undefined ? undefined : offset - shift;
	};
	try {
		const value: unknown = json.trim() === "" ? {} : JSON.parse(json);
		const problems = getPlaces()
			.duplicates.slice(0, maxDuplicates)
			.map(
				({ key, offset }): SourceProblem => ({
					code: "FRONT_MATTER_DUPLICATE_KEY",
					offset: offset - shift,
					message: `The key \`${key}\` stands a second time here.`,
				}),
			);
		return { data: isMapping(value) ? value : undefined, problems, offsetOfKey };
	} catch (error) {
		return { data: undefined, problems: [explainJson(json, shift, error)], offsetOfKey };
	}
}

function explainJson(json: string, shift: number, error: unknown): SourceProblem {
	const message = error instanceof Error ? error.message : "";
	const position = /at position (\d+)/.exec(message)?.[1];
	const offset = position === undefined ? json.length - 1 : Number(position);
	const reason = message.split(/ in JSON| \(line|, "/)[0] ?? "";
	return {
		code: "FRONT_MATTER_SYNTAX",
		offset: Math.max(0, offset - shift),
		message: `This is not JSON: ${reason}.`,
	};
}
