import * as z from "zod";
import type { MediaReference } from "../article.ts";
import type { FoundField } from "./field-lookup.ts";
import type { FieldReport } from "./field-report.ts";
import { describeValue, lineSchema } from "./values.ts";

const reference = lineSchema.optional();

const mediaSchema = z.object({
	url: reference,
	src: reference,
	file: reference,
	path: reference,
	href: reference,
	image: reference,
	type: z.unknown().optional(),
	mediaType: z.unknown().optional(),
	length: z.unknown().optional(),
	size: z.unknown().optional(),
	title: lineSchema.optional().catch(undefined),
});

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
	const text = lineSchema.safeParse(value);
	const { data: media } = mediaSchema.safeParse(text.success ? { url: text.data } : value);
	const written =
		media?.url ?? media?.src ?? media?.file ?? media?.path ?? media?.href ?? media?.image ?? "";
	if (media === undefined || written === "") {
		report.warning(field, path, `it wants an address or a path, not ${describeValue(value)}`);
		return undefined;
	}
	const scheme = /^([a-z][a-z\d+.-]*):/i.exec(written)?.[1]?.toLowerCase();
	if (scheme !== undefined && (!/^https?$/.test(scheme) || URL.parse(written) === null)) {
		report.warning(field, path, `\`${written}\` is neither a path nor a URL with http or https`);
		return undefined;
	}
	return {
		reference: written,
		...parseType(media.type ?? media.mediaType, path, field, report),
		...parseLength(media.length ?? media.size, path, field, report),
		...(media.title ? { title: media.title } : {}),
	};
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
