import { detachText } from "../../text/detach-text.ts";
import type { ParsedSource } from "./parsed-source.ts";

/** One field of a list of `key: value` lines. */
export interface LineField {
	/** In lower case. */
	readonly key: string;
	/** Further lines follow after `\n`. */
	readonly value: string;
	readonly offset: number;
}

/** A list of fields at the beginning of a text, and where what follows begins. */
export interface LineFields {
	readonly fields: readonly LineField[];
	readonly end: number;
}

interface LineForm {
	/** Its groups: the key, and what stands behind the colon. */
	readonly first: RegExp;
	/** Its group: the further text of a value. */
	readonly further: RegExp;
	/** A line that ends the list and belongs to it. */
	readonly last: RegExp;
}

/** Python-Markdown's Meta-Data extension: up to a blank line or a fence. */
export const metaDataForm: LineForm = {
	first: /^ {0,3}([A-Za-z0-9_-]+):[ \t]*(.*)$/,
	further: /^ {4,}(.*)$/,
	last: /^(?:[ \t]*|-{3}(?:\s.*)?|\.{3}(?:\s.*)?)$/,
};

/** reStructuredText's field list: `:date: 2026-03-14`. */
export const fieldListForm: LineForm = {
	first: /^:([^:\s][^:]*):(?:[ \t]+(.*)|[ \t]*)$/,
	further: /^[ \t]+(\S.*)$/,
	last: /^(?!)/,
};

/** Nikola's metadata: `.. date: 2026-03-14`. */
export const nikolaForm: LineForm = {
	first: /^\.\. ([A-Za-z_][\w-]*):[ \t]*(.*)$/,
	further: /^ {3,}(\S.*)$/,
	last: /^(?!)/,
};

/** Reads a list of fields from `start` on; without any, `end` is `start`. */
export function readLineFields(text: string, start: number, form: LineForm): LineFields {
	const fields: { key: string; value: string; offset: number }[] = [];
	let offset = start;
	while (offset < text.length) {
		const newline = text.indexOf("\n", offset);
		const next = newline < 0 ? text.length : newline + 1;
		const line = text.slice(offset, newline < 0 ? text.length : newline);
		const first = form.first.exec(line);
		const further = fields.length > 0 ? form.further.exec(line) : null;
		if (first?.[1] !== undefined) {
			fields.push({ key: first[1].toLowerCase(), value: (first[2] ?? "").trim(), offset });
		} else if (further !== null) {
			const field = fields.at(-1);
			if (field) field.value = `${field.value}\n${(further[1] ?? "").trim()}`.trim();
		} else {
			return { fields, end: fields.length > 0 && form.last.test(line) ? next : offset };
		}
		offset = next;
	}
	return { fields, end: offset };
}

/**
 * Front matter of such fields; of a key that stands twice the first counts, as in Pelican. What names several (`tags`,
 * `keywords`, `authors`) is parted at semicolons, or else at commas (Pelican's `ensure_metadata_list`).
 */
export function describeFields(fields: readonly LineField[]): ParsedSource {
	const data = new Map<string, unknown>();
	const offsets = new Map<string, number>();
	for (const { key: cutKey, value: cutValue, offset } of fields) {
		if (data.has(cutKey)) continue;
		const key = detachText(cutKey);
		const value = detachText(cutValue);
		data.set(key, /^(?:tags|keywords|authors)$/.test(key) ? splitNames(value) : value);
		offsets.set(key, offset);
	}
	return {
		data: Object.fromEntries(data),
		problems: [],
		offsetOfKey: ([key]) => (typeof key === "string" ? offsets.get(key) : undefined),
	};
}

function splitNames(text: string): string[] {
	const names = text.split(text.includes(";") ? ";" : ",").map((name) => name.trim());
	return names.filter((name) => name !== "");
}
