import type { MediaReference } from "../article.ts";
import { isMapping } from "../front-matter/parsed-source.ts";
import type { FoundField } from "./field-lookup.ts";
import type { FieldReport } from "./field-report.ts";
import { describeValue, readLine } from "./values.ts";

/** The keys of an object that may hold its address, the weightiest first. */
const referenceKeys = ["url", "src", "file", "path", "href", "image"];

/** Parses `image`: an address or path, an object that has one, or a list, whose first item counts. */
export function parseImage(field: FoundField, report: FieldReport): MediaReference | undefined {
	const first: unknown = Array.isArray(field.value) ? field.value[0] : field.value;
	return first === undefined ? undefined : parseReference(first, [], field, report);
}

/**
 * Parses `enclosure` or `enclosures`: an address or path, an object (`url`, `src` or `file`, with `type`, `length`,
 * `title`), or a list of these. What cannot be used is left out with a warning.
 */
export function parseEnclosures(field: FoundField, report: FieldReport): MediaReference[] {
	const items: readonly unknown[] = Array.isArray(field.value) ? field.value : [field.value];
	return items.flatMap((item, index) => {
		const path = Array.isArray(field.value) ? [index] : [];
		return parseReference(item, path, field, report) ?? [];
	});
}

function parseReference(
	value: unknown,
	path: readonly (string | number)[],
	field: FoundField,
	report: FieldReport,
): MediaReference | undefined {
	const media = isMapping(value) ? value : {};
	const written = readLine(value) ?? findReference(media);
	if (!written) {
		report.warning(field, path, `it wants an address or a path, not ${describeValue(value)}`);
		return undefined;
	}
	const scheme = /^([a-z][a-z\d+.-]*):/i.exec(written)?.[1]?.toLowerCase();
	if (scheme !== undefined && (!/^https?$/.test(scheme) || URL.parse(written) === null)) {
		report.warning(field, path, `\`${written}\` is neither a path nor a URL with http or https`);
		return undefined;
	}
	const title = readLine(media.title);
	return {
		reference: written,
		...parseType(media.type ?? media.mediaType, path, field, report),
		...parseLength(media.length ?? media.size, path, field, report),
		...(title ? { title } : {}),
	};
}

/** Undefined where any of the keys holds what is no text. */
function findReference(media: Readonly<Record<string, unknown>>): string | undefined {
	const written = referenceKeys.map((key) => media[key]).filter((value) => value !== undefined);
	const lines = written.map(readLine);
	return lines.includes(undefined) ? undefined : lines[0];
}

function parseType(
	value: unknown,
	path: readonly (string | number)[],
	field: FoundField,
	report: FieldReport,
): { readonly mediaType?: string } {
	if (value === undefined || value === null) return {};
	const mediaType = String(value).trim().toLowerCase();
	if (/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(mediaType)) return { mediaType };
	report.warning(field, path, `${describeValue(value)} is not a media type such as audio/mpeg`);
	return {};
}

function parseLength(
	value: unknown,
	path: readonly (string | number)[],
	field: FoundField,
	report: FieldReport,
): { readonly lengthInBytes?: number } {
	if (value === undefined || value === null) return {};
	const lengthInBytes = /^\d{1,15}$/.test(String(value)) ? Number(value) : undefined;
	if (lengthInBytes !== undefined) return { lengthInBytes };
	report.warning(field, path, `the length ${describeValue(value)} is not a number of bytes`);
	return {};
}
