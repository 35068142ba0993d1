import {
	boolCoreTag,
	defineScalarTag,
	FAILSAFE_SCHEMA,
	loadAll,
	mergeTag,
	nullCoreTag,
	YAMLException,
} from "js-yaml";
import { isMapping, type ParsedSource, pathKey, type SourceProblem } from "./parsed-source.ts";
import { explainYaml } from "./yaml-explain.ts";
import { indexYaml, type YamlPlaces } from "./yaml-places.ts";

/**
 * Strings, `null` and `true`/`false` alone: dates, versions and numbers (`2026-03-14`, `007`, `1.10`) stay as written.
 * A tag (`!!int`, `!env`) changes nothing of its scalar.
 */
const schema = FAILSAFE_SCHEMA.withTags(
	nullCoreTag,
	boolCoreTag,
	mergeTag,
	defineScalarTag("!", { matchByTagPrefix: true, resolve: asWritten, identify: () => false }),
	defineScalarTag("tag:", { matchByTagPrefix: true, resolve: asWritten, identify: () => false }),
);

/** Aliases (`*name`) in one source, and values after all of them are followed: beyond, it is an attack or an accident. */
const maxAliases = 100;
const maxValues = 10_000;

/** Parses YAML. A key that stands twice is a warning, and the last one counts, as in Jekyll and Hugo. Never throws. */
export function parseYaml(source: string): ParsedSource {
	let places: YamlPlaces | undefined;
	const getPlaces = (): YamlPlaces => {
		places ??= indexYaml(source);
		return places;
	};
	const loaded = loadYaml(source);
	const offsetOfKey: ParsedSource["offsetOfKey"] = (path) => getPlaces().offsets.get(pathKey(path));
	if ("problem" in loaded) return { data: undefined, problems: [loaded.problem], offsetOfKey };
	const problems = loaded.hasDuplicates ? describeDuplicates(getPlaces()) : [];
	return { data: isMapping(loaded.value) ? loaded.value : undefined, problems, offsetOfKey };
}

type Loaded =
	| { readonly value: unknown; readonly hasDuplicates: boolean }
	| { readonly problem: SourceProblem };

function loadYaml(source: string): Loaded {
	try {
		return checkLoaded(source, loadAll(source, { schema, maxAliases }), false);
	} catch (error) {
		if (!isDuplicateKey(error)) return { problem: explainYaml(source, error) };
	}
	try {
		return checkLoaded(source, loadAll(source, { schema, maxAliases, json: true }), true);
	} catch (error) {
		return { problem: explainYaml(source, error) };
	}
}

function checkLoaded(
	source: string,
	documents: readonly unknown[],
	hasDuplicates: boolean,
): Loaded {
	if (documents.length > 1) {
		const offset = Math.max(0, source.search(/(?<=\n)(?:---|\.\.\.)/));
		return { problem: syntaxProblem(offset, "A second YAML document begins here.") };
	}
	const value = documents[0] ?? {};
	if (source.includes("*") && countValues(value, new Map()) > maxValues) {
		const message = `The anchors (&) and aliases (*) stand for more than ${maxValues} values.`;
		return { problem: syntaxProblem(Math.max(0, source.search(/&/)), message) };
	}
	return { value, hasDuplicates };
}

/** The number of values that a reader would meet in a tree whose branches may be shared, or run in a circle. */
function countValues(value: unknown, known: Map<object, number>): number {
	if (typeof value !== "object" || value === null) return 1;
	const counted = known.get(value);
	if (counted !== undefined) return counted;
	known.set(value, Number.POSITIVE_INFINITY);
	let count = 1;
	for (const child of Object.values(value)) count += countValues(child, known);
	known.set(value, count);
	return count;
}

function describeDuplicates(places: YamlPlaces): SourceProblem[] {
	return places.duplicates.map(({ key, offset }) => ({
		code: "FRONT_MATTER_DUPLICATE_KEY",
		offset,
		message: `The key \`${key}\` stands a second time here.`,
	}));
}

function syntaxProblem(offset: number, message: string): SourceProblem {
	return { code: "FRONT_MATTER_SYNTAX", offset, message };
}

function isDuplicateKey(error: unknown): boolean {
	return error instanceof YAMLException && error.reason === "duplicated mapping key";
}

function asWritten(source: string): string {
	return source;
}
