import { compareText } from "../text/compare-text.ts";
import { faultTable } from "./fault-table.ts";

/** The permanent name of a fault: what a publisher searches for. */
export type FaultCode = keyof typeof faultTable;

/** Where a fault is. `line` and `column` count from 1; `file` is a path from the folder of articles, with `/`. */
export interface Place {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

/** An `error` leaves the article (or the setting) out; a `warning` keeps it. */
export type Severity = "error" | "warning";

/** One thing that is wrong with one file: what happened, where, and what to do. */
export interface Fault {
	readonly code: FaultCode;
	readonly severity: Severity;
	readonly message: string;
	readonly fix: string;
	readonly place: Place;
}

/** Makes the fault of a code from the table. `message` is one full sentence that says what happened in this file. */
export function buildFault(code: FaultCode, place: Place, message: string): Fault {
	const { severity, fix } = faultTable[code];
	return { code, severity, message, fix, place };
}

/** Whether this is the code of a fault. */
export function isFaultCode(value: unknown): value is FaultCode {
	return typeof value === "string" && Object.hasOwn(faultTable, value);
}

/** The place of a fault that concerns a whole file. */
export function startOf(file: string): Place {
	return { file, line: 1, column: 1 };
}

/**
 * One fault as one line: `file:line:column: error CODE message`, the fix behind the message. Control characters, which a
 * file's name and what it quotes may hold, become dots: the line stays one, and moves no terminal's cursor.
 */
export function renderFault(fault: Fault): string {
	const { file, line, column } = fault.place;
	const text = `${fault.message} ${fault.fix}`.replaceAll(/\s+/g, " ").trim();
	const rendered = `${file}:${line}:${column}: ${fault.severity} ${fault.code} ${text}`;
	return rendered.replaceAll(/\p{Cc}/gu, "·");
}

/** Faults in the order of reading: by file, line, column, code; a fault told twice is told once. */
export function sortFaults(faults: Iterable<Fault>): Fault[] {
	const byLine = new Map([...faults].map((fault) => [renderFault(fault), fault]));
	return [...byLine.values()].sort(
		(a, b) =>
			compareText(a.place.file, b.place.file) ||
			a.place.line - b.place.line ||
			a.place.column - b.place.column ||
			compareText(a.code, b.code),
	);
}
