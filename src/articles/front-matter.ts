import { buildFault, type Fault, type Place } from "../faults/fault.ts";
import { detachText } from "../text/detach-text.ts";
import { parseJson } from "./front-matter/json.ts";
import type { KeyPath, ParsedSource } from "./front-matter/parsed-source.ts";
import { beginsWithKey, type FrontMatterLanguage, splitFrontMatter } from "./front-matter/split.ts";
import { countLines, normalizeLineEnds, placeAt } from "./front-matter/text-place.ts";
import { parseToml } from "./front-matter/toml.ts";
import {
	readPelicanMetadata,
	readWildFrontMatter,
	type WildFrontMatter,
} from "./front-matter/wild-forms.ts";
import { parseYaml } from "./front-matter/yaml.ts";

/**
 * How a generator's files hold their front matter: between fences; or also with the closing fence alone (Hexo); or as
 * Pelican's metadata.
 */
export type FrontMatterForm = "fenced" | "unopened" | "pelican";

/** What stands before an article's text, and where. */
export interface FrontMatter {
	/** The keys and values; `{}` where there is no front matter. Strings as written: YAML's dates and numbers too. */
	readonly data: Readonly<Record<string, unknown>>;
	/** The text behind the front matter, with `\n` line ends, without a byte order mark. */
	readonly body: string;
	/** The line of the file, counted from 1, in which `body` begins. */
	readonly bodyFirstLine: number;
	/** Errors of syntax, and keys that stand twice (a warning: the last one wins). */
	readonly faults: readonly Fault[];
	/** Where a key stands, else its nearest known ancestor, else the fence that opens the front matter. */
	locate(path: readonly (string | number)[]): Place;
}

const parsers: Readonly<Record<FrontMatterLanguage, (source: string) => ParsedSource>> = {
	yaml: parseYaml,
	toml: parseToml,
	json: parseJson,
};

/**
 * Parts a file into its front matter and its text: YAML between `---` (or up to `...`), TOML between `+++`, JSON
 * between `;;;` or as an object that opens the file; in a comment of HTML, in Nikola's lines, in an object that MDX
 * exports; and in the generator's own form. What lies between two fences and is no mapping belongs to the
 * text (two Markdown rules). Faults: FRONT_MATTER_SYNTAX, FRONT_MATTER_UNCLOSED, FRONT_MATTER_DUPLICATE_KEY,
 * DATE_INVALID (TOML). Never throws.
 */
export function parseFrontMatter(
	text: string,
	file: string,
	form: FrontMatterForm = "fenced",
): FrontMatter {
	const whole = normalizeLineEnds(text);
	const fenced = parseFenced(whole, file);
	const isUsable = fenced?.faults.every(({ severity }) => severity !== "error");
	if (form === "pelican" && !isUsable) {
		const metadata = readPelicanMetadata(whole, file);
		if (metadata !== undefined) return describeWild(whole, file, metadata);
	}
	if (fenced !== undefined) return fenced;
	const unopened = form === "unopened" ? parseUnopened(whole, file) : undefined;
	if (unopened !== undefined) return unopened;
	const wild = readWildFrontMatter(whole, file);
	return wild === undefined ? withoutFrontMatter(whole, file, []) : describeWild(whole, file, wild);
}

/** Undefined where no fence opens front matter. */
function parseFenced(whole: string, file: string): FrontMatter | undefined {
	const split = splitFrontMatter(whole);
	if (split.kind === "none") return undefined;
	if (split.kind === "unclosed") {
		const place = placeAt(whole, split.fenceStart, file);
		const message = `The front matter that \`${split.fence}\` opens here is not closed.`;
		return withoutFrontMatter(whole, file, [buildFault("FRONT_MATTER_UNCLOSED", place, message)]);
	}
	const { language, fenceStart, sourceStart, sourceEnd, bodyStart } = split;
	const source = detachText(whole.slice(sourceStart, sourceEnd));
	const parsed = parsers[language](source);
	const isText = language === "yaml" && parsed.data === undefined && !beginsWithKey(source);
	if (isText) return undefined;
	return {
		...describeSource(whole, file, { fenceStart, sourceStart }, parsed),
		body: whole.slice(bodyStart),
		bodyFirstLine: countLines(whole.slice(0, bodyStart)),
	};
}

/** Front matter that begins in the first line and ends with a fence (hexo-front-matter); it must be a mapping. */
function parseUnopened(whole: string, file: string): FrontMatter | undefined {
	const fence = /^(-{3,}|;{3,})[ \t]*(?:\n|$)/m.exec(whole);
	if (fence?.[1] === undefined) return undefined;
	const source = detachText(whole.slice(0, fence.index));
	const isJson = fence[1].startsWith(";");
	if (!isJson && !beginsWithKey(source)) return undefined;
	const parsed = isJson ? parseJson(source) : parseYaml(source);
	if (parsed.data === undefined && isJson) return undefined;
	const bodyStart = fence.index + fence[0].length;
	return {
		...describeSource(whole, file, { fenceStart: 0, sourceStart: 0 }, parsed),
		body: whole.slice(bodyStart),
		bodyFirstLine: countLines(whole.slice(0, bodyStart)),
	};
}

function describeWild(whole: string, file: string, wild: WildFrontMatter): FrontMatter {
	return {
		...describeSource(whole, file, { fenceStart: 0, sourceStart: 0 }, wild.parsed),
		body: whole.slice(wild.bodyStart, wild.bodyEnd),
		bodyFirstLine: countLines(whole.slice(0, wild.bodyStart)),
	};
}

/** Reads a file that is YAML as a whole; `body` is empty. Faults as in `parseFrontMatter`. Never throws. */
export function parseYamlDocument(text: string, file: string): FrontMatter {
	const whole = normalizeLineEnds(text);
	return {
		...describeSource(whole, file, { fenceStart: 0, sourceStart: 0 }, parseYaml(whole)),
		body: "",
		bodyFirstLine: countLines(whole),
	};
}

function describeSource(
	whole: string,
	file: string,
	start: { readonly fenceStart: number; readonly sourceStart: number },
	parsed: ParsedSource,
): Pick<FrontMatter, "data" | "faults" | "locate"> {
	const place = (offset: number): Place => placeAt(whole, start.sourceStart + offset, file);
	const faults = parsed.problems.map(({ code, offset, message }) =>
		buildFault(code, place(offset), message),
	);
	if (parsed.data === undefined && faults.length === 0) {
		const message = "This is not a list of keys with their values.";
		faults.push(buildFault("FRONT_MATTER_SYNTAX", place(0), message));
	}
	return {
		data: parsed.data ?? {},
		faults,
		locate: (path) => {
			const offset = findNearest(path, parsed);
			return offset === undefined ? placeAt(whole, start.fenceStart, file) : place(offset);
		},
	};
}

function findNearest(path: KeyPath, parsed: ParsedSource): number | undefined {
	for (let length = path.length; length > 0; length -= 1) {
		const offset = parsed.offsetOfKey(path.slice(0, length));
		if (offset !== undefined) return offset;
	}
	return undefined;
}

function withoutFrontMatter(text: string, file: string, faults: readonly Fault[]): FrontMatter {
	return { data: {}, body: text, bodyFirstLine: 1, faults, locate: () => placeAt(text, 0, file) };
}
