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
import { parsePlainYaml } from "./plain-yaml.ts";
import { explainByError, explainYaml } from "./yaml-explain.ts";
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

/** Keys that stand twice are told one by one, up to so many. */
const maxDuplicates = 20;

/** Front matter that is longer (in characters) is neither mended nor explained at length: both take their time. */
const longestMended = 50_000;

/** Parses YAML. A key that stands twice is a warning, and the last one counts, as in Jekyll and Hugo. Never throws. */
export function parseYaml(source: string): ParsedSource {
	const strict = loadYaml(source);
	if (!("error" in strict)) return describeLoaded(source, strict);
	for (const mended of source.length > longestMended ? [] : mendSource(source)) {
		const lenient = loadYaml(mended);
		if (!("error" in lenient)) return describeLoaded(mended, lenient);
	}
	return {
		data: undefined,
		problems: [explain(source, strict.error)],
		offsetOfKey: () => undefined,
	};
}

function explain(source: string, error: unknown): SourceProblem {
	return source.length > longestMended ? explainByError(source, error) : explainYaml(source, error);
}

function describeLoaded(source: string, { value, hasDuplicates }: Loaded): ParsedSource {
	let places: YamlPlaces | undefined;
	const getPlaces = (): YamlPlaces => {
		places ??= indexYaml(source);
		return places;
	};
	const problems = checkSize(source, value);
	if (hasDuplicates) problems.push(...describeDuplicates(getPlaces()));
	const isUsable = isMapping(value) && problems.every(({ code }) => code !== "FRONT_MATTER_SYNTAX");
	return {
		data: isUsable ? value : undefined,
		problems,
		offsetOfKey: (path) => getPlaces().offsets.get(pathKey(path)),
	};
}

interface Loaded {
	readonly value: unknown;
	readonly hasDuplicates: boolean;
}

function loadYaml(source: string): Loaded | { readonly error: unknown } {
	const plain = parsePlainYaml(source);
	if (plain !== undefined) return { value: plain, hasDuplicates: false };
	try {
		return { value: loadDocument(source), hasDuplicates: false };
	} catch (error) {
		if (!isDuplicateKey(error)) return { error };
	}
	try {
		return { value: loadDocument(source, { json: true }), hasDuplicates: true };
	} catch (error) {
		return { error };
	}
}

/**
 * What YAML holds, by the library: a mapping, or whatever stands there; a mapping without keys where nothing does. Throws
 * its error.
 */
export function loadDocument(source: string, options: { readonly json?: boolean } = {}): unknown {
	const documents = loadAll(source, { schema, maxAliases, ...options });
	if (documents.length > 1) throw new Error("A second YAML document begins");
	return documents[0] ?? {};
}

/** The source as older or other parsers read it, the least changed first. Every character keeps its offset. */
function mendSource(source: string): string[] {
	const joined = joinQuotedLines(source);
	const untabbed = joined.replaceAll(/^[ \t]+/gm, (indent) => indent.replaceAll("\t", " "));
	return [joined, untabbed].filter((mended, index, all) => mended !== (all[index - 1] ?? source));
}

/**
 * Joins the lines of quoted values whose further lines are not indented: YAML forbids it, older parsers took it, and
 * many files have it. Every character keeps its offset.
 */
function joinQuotedLines(source: string): string {
	const quoted = /^([^\n#"']*[:-][ \t]+)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/gms;
	return source.replaceAll(quoted, (_, before: string, value: string) => {
		const paragraphs = value.startsWith('"') ? value.replaceAll("\n\n", "\\n") : value;
		return before + paragraphs.replaceAll("\n", " ");
	});
}

function checkSize(source: string, value: unknown): SourceProblem[] {
	if (!source.includes("*") || countValues(value, new Map()) <= maxValues) return [];
	const offset = Math.max(0, source.indexOf("&"));
	const message = `The anchors (&) and aliases (*) stand for more than ${maxValues} values.`;
	return [{ code: "FRONT_MATTER_SYNTAX", offset, message }];
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
	return places.duplicates.slice(0, maxDuplicates).map(({ key, offset }) => ({
		code: "FRONT_MATTER_DUPLICATE_KEY",
		offset,
		message: `The key \`${key}\` stands a second time here.`,
	}));
}

function isDuplicateKey(error: unknown): boolean {
	return error instanceof YAMLException && error.reason === "duplicated mapping key";
}

function asWritten(source: string): string {
	return source;
}
