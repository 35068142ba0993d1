import { buildFault, type Fault, type Place } from "../../faults/fault.ts";
import type { FrontMatter } from "../front-matter.ts";
import type { FoundField } from "./field-lookup.ts";

/** Where parsers of fields put their faults. */
export interface FieldReport {
	/** The article cannot be served rightly: FIELD_INVALID, or DATE_INVALID. */
	error(field: FoundField, reason: string, code?: "FIELD_INVALID" | "DATE_INVALID"): void;
	/** A part of a field is left out: FIELD_IGNORED. `path` leads to it from the field. */
	warning(field: FoundField, path: readonly (string | number)[], reason: string): void;
	readonly faults: readonly Fault[];
	locate(field: FoundField, path?: readonly (string | number)[]): Place;
}

/** Collects the faults of one article's fields; each stands where its key does. Reasons are phrases behind a colon. */
export function createFieldReport(frontMatter: FrontMatter): FieldReport {
	const faults: Fault[] = [];
	const locate: FieldReport["locate"] = (field, path = []) =>
		frontMatter.locate(field.source === "article" ? [...field.path, ...path] : []);
	return {
		faults,
		locate,
		error(field, reason, code = "FIELD_INVALID") {
			faults.push(buildFault(code, locate(field), describe(field, reason, "cannot be used")));
		},
		warning(field, path, reason) {
			const message = describe(field, reason, "is used in part");
			faults.push(buildFault("FIELD_IGNORED", locate(field, path), message));
		},
	};
}

function describe(field: FoundField, reason: string, effect: string): string {
	const name = `\`${shorten(field.key)}\`${field.source === "article" ? "" : " of the settings' `defaults`"}`;
	return typeof field.value === "string"
		? `${name} is \`${shorten(field.value)}\`: ${reason}.`
		: `${name} ${effect}: ${reason}.`;
}

function shorten(text: string): string {
	const line = text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
	return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
