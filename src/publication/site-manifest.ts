import { z } from "zod";
import { dumpMemory, type Memory, type StoredRecord } from "./memory.ts";
import { parseValidators, type ValidatorsRecord } from "./record-rows.ts";
import * as cell from "./row-cells.ts";

/** Where a built site keeps what the next build must know; the address, with `/` in front, is public. */
export const siteManifestName = "broadsheet.json";

const manifestStart = '{"generator":"Broadsheet","records":[';
const filesStart = '\n],"files":';
const validatorsStart = '["validators",';
/** In the JSON of every record of an article that was withdrawn. */
const withdrawnField = '"withdrawn":';

const manifestSchema = z.object({
	generator: z.literal("Broadsheet"),
	records: z.array(z.tuple([z.string(), z.string(), z.unknown()])),
});

/** What a built site remembers, from its text; undefined where the text is no manifest. */
export function parseSiteManifest(text: string): StoredRecord[] | undefined {
	try {
		const { data } = manifestSchema.safeParse(JSON.parse(text));
		return data?.records.map(([kind, key, value]) => ({ kind, key, value: JSON.stringify(value) }));
	} catch {
		return undefined;
	}
}

/**
 * The validators that a manifest of `renderSiteManifest` tells, and nothing else of it; undefined where the text is no
 * such manifest. A record is a line there.
 */
export function parseManifestValidators(
	text: string,
): ReadonlyMap<string, ValidatorsRecord> | undefined {
	if (!text.startsWith(manifestStart)) return undefined;
	const validators = new Map<string, ValidatorsRecord>();
	let start = text.indexOf(`\n${validatorsStart}`);
	while (start >= 0) {
		const end = text.indexOf("\n", start + 1);
		const line = text.slice(start + 1, end).replace(/,$/, "");
		try {
			const [, key, record] = cell.list(JSON.parse(line));
			validators.set(cell.text(key), parseValidators(record));
		} catch {
			// A line that cannot be read tells nothing.
		}
		start = text.startsWith(validatorsStart, end + 1) ? end : -1;
	}
	return validators;
}

/**
 * The files that a manifest names: those of a built site that its validators' addresses do not tell. Undefined where it names
 * none, as those of older builds.
 */
export function parseManifestFiles(text: string): readonly string[] | undefined {
	const start = text.lastIndexOf(filesStart);
	if (start < 0) return undefined;
	try {
		return cell.texts(JSON.parse(text.slice(start + filesStart.length, text.lastIndexOf("}"))));
	} catch {
		return undefined;
	}
}

/**
 * A memory as a site manifest: the same text for the same memory. Everybody may read it, so it says nothing of what a
 * withdrawn article was called.
 */
export function renderSiteManifest(memory: Memory): string {
	return [...renderManifestParts(memory)].join("");
}

/**
 * The same in parts, one after the other, for whoever need not have all of it at once; with the files that the validators'
 * addresses do not tell.
 */
export function* renderManifestParts(
	memory: Memory,
	files: readonly string[] = [],
): Generator<string> {
	yield manifestStart;
	let separator = "\n";
	for (const { kind, key, value } of dumpMemory(memory)) {
		// Most are not: to look at a text costs less than to look a record up.
		const mayBeWithdrawn = kind === "article" && value.includes(withdrawnField);
		const record = mayBeWithdrawn ? memory.articles.get(key) : undefined;
		const isWithdrawn = record?.withdrawn !== undefined;
		const open = isWithdrawn ? JSON.stringify({ ...record, title: "", path: "" }) : value;
		yield `${separator}[${JSON.stringify(kind)},${JSON.stringify(key)},${open}]`;
		separator = ",\n";
	}
	yield `${filesStart}${JSON.stringify(files)}}\n`;
}
