import picomatch from "picomatch";
import type { FieldDefaults, SiteSettings } from "../../settings/settings.ts";
import { createOnce } from "../../text/once.ts";
import { rememberAnswers } from "../../text/remember-answers.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { isMapping } from "../front-matter/parsed-source.ts";
import { type FieldName, fieldNames, normalizeKey } from "./field-names.ts";

/** A field that an article has, under the name that stands there. */
export interface FoundField {
	/** As written; of a key in a mapping, with its parent's name: `taxonomies.tags`. */
	readonly key: string;
	/** The way down to it. */
	readonly path: readonly string[];
	readonly value: unknown;
	/** Whether the article says it, or the settings' `defaults` do. */
	readonly source: "article" | "defaults";
}

/** Finds fields under any of their names: in the article first, then in the settings' `defaults`, the last one first. */
export interface FieldLookup {
	/** The first value that is neither empty nor refused by `accepts`. */
	find(field: FieldName, accepts?: (value: unknown) => boolean): FoundField | undefined;
	/** The value of one key. */
	valueOf(key: string): unknown;
}

type FieldLayer = ReadonlyMap<string, FoundField>;

const acceptAny = (): boolean => true;

/** Looks fields up in an article's front matter, by the settings' `fields` and `defaults` and the dialect's names. */
export function createFieldLookup(
	data: Readonly<Record<string, unknown>>,
	path: string,
	site: SiteSettings,
	dialect: Dialect,
): FieldLookup {
	const layers = [
		indexLayer(data, "article"),
		...indexDefaults(site.defaults)
			.filter(({ matches }) => matches(path))
			.map(({ layer }) => layer),
	];
	const namesFor = recallNames(site.fields, dialect);
	return {
		find(field, accepts = acceptAny) {
			const names = namesFor(field);
			for (const layer of layers) {
				for (const name of names) {
					const found = layer.get(name);
					if (found !== undefined && accepts(found.value)) return found;
				}
			}
			return undefined;
		},
		valueOf(key) {
			const name = normalizeKey(key);
			return layers.find((layer) => layer.has(name))?.get(name)?.value;
		},
	};
}

type FieldNames = (field: FieldName) => readonly string[];

/** Settings and dialect stay the same for thousands of articles: names are put together once. */
const namesUnder = createOnce((fields: SiteSettings["fields"]) =>
	createOnce((dialect: Dialect) => rememberNames(fields, dialect)),
);

function recallNames(fields: SiteSettings["fields"], dialect: Dialect): FieldNames {
	return namesUnder(fields)(dialect);
}

function rememberNames(fields: SiteSettings["fields"], dialect: Dialect): FieldNames {
	return rememberAnswers((field) => namesOf(field, fields, dialect));
}

/** The field's own name, then the settings' and everybody's; or the settings' and those that its dialect has for it. */
function namesOf(
	field: FieldName,
	fields: SiteSettings["fields"],
	dialect: Dialect,
): readonly string[] {
	const configured = Object.hasOwn(fields, field) ? (fields[field] ?? []) : [];
	const own = dialect.fieldNames[field];
	const names = own ? [...configured, ...own] : [field, ...configured, ...fieldNames[field]];
	return [...new Set(names.map(normalizeKey))];
}

function indexLayer(
	data: Readonly<Record<string, unknown>>,
	source: FoundField["source"],
): FieldLayer {
	const layer = new Map<string, FoundField>();
	function add(path: readonly string[], value: unknown): void {
		const key = path.join(".");
		const name = normalizeKey(key);
		if (!isEmpty(value) && !layer.has(name)) layer.set(name, { key, path, value, source });
	}
	for (const [key, value] of Object.entries(data)) {
		add([key], value);
		if (isMapping(value))
			for (const [inner, item] of Object.entries(value)) add([key, inner], item);
	}
	return layer;
}

function isEmpty(value: unknown): boolean {
	return value === null || value === undefined || (typeof value === "string" && !/\S/.test(value));
}

interface IndexedDefaults {
	readonly layer: FieldLayer;
	matches(path: string): boolean;
}

/** The settings stay the same for thousands of articles: their globs are compiled once. */
const indexedDefaults = new WeakMap<readonly FieldDefaults[], readonly IndexedDefaults[]>();

/** The last one first. A glob without `/` (`*.txt`) means files of any folder. */
function indexDefaults(defaults: readonly FieldDefaults[]): readonly IndexedDefaults[] {
	const known = indexedDefaults.get(defaults);
	if (known !== undefined) return known;
	const indexed = defaults
		.map(({ glob, values }) => ({
			layer: indexLayer(values, "defaults"),
			matches: picomatch(glob.replace(/^\.?\//, ""), {
				dot: true,
				basename: !glob.includes("/"),
			}),
		}))
		.reverse();
	indexedDefaults.set(defaults, indexed);
	return indexed;
}
