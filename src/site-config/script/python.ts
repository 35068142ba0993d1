import { type ParsedSource, pathKey } from "../../articles/front-matter/parsed-source.ts";
import { Unreadable } from "../unreadable.ts";
import { type PythonToken, tokenizePython } from "./python-tokens.ts";

/** Brackets in brackets, up to so many. */
const deepest = 40;

/**
 * Reads a Python file as text: what is assigned to names at its top, where it is a literal (text, number, list, tuple,
 * dict, `True`, `None`), a name assigned before, or texts joined with `+`; all else is `Unreadable`. Never throws, and
 * never runs anything.
 */
export function parsePython(source: string): ParsedSource {
	const data: Record<string, unknown> = {};
	const offsets = new Map<string, number>();
	for (const statement of splitStatements(tokenizePython(source))) {
		const [name, operator] = statement;
		if (name?.kind !== "name" || operator?.text !== "=") continue;
		offsets.set(pathKey([name.text]), name.offset);
		data[name.text] = readExpression(statement.slice(2), data);
	}
	return { data, problems: [], offsetOfKey: (path) => offsets.get(pathKey(path)) };
}

/** Statements that begin in the first column; what is indented belongs to a block that may not run. */
function splitStatements(tokens: readonly PythonToken[]): PythonToken[][] {
	const statements: PythonToken[][] = [];
	let statement: PythonToken[] = [];
	for (const token of tokens) {
		if (token.kind === "end") {
			if (statement[0]?.column === 1) statements.push(statement);
			statement = [];
		} else {
			statement.push(token);
		}
	}
	if (statement[0]?.column === 1) statements.push(statement);
	return statements;
}

function readExpression(
	tokens: readonly PythonToken[],
	names: Readonly<Record<string, unknown>>,
): unknown {
	let next = 0;
	const peek = () => tokens[next]?.text;

	function readSum(depth: number): unknown {
		let value = readValue(depth);
		while (peek() === "+") {
			next += 1;
			const more = readValue(depth);
			if (typeof value === "string" && typeof more === "string") value += more;
			else if (Array.isArray(value) && Array.isArray(more)) value = [...value, ...more];
			else throw new NoLiteralError();
		}
		return value;
	}

	function readValue(depth: number): unknown {
		const token = tokens[next];
		if (token === undefined || depth > deepest) throw new NoLiteralError();
		next += 1;
		if (token.kind === "text") {
			let text = token.value;
			// Texts beside each other are one.
			for (let more = tokens[next]; more?.kind === "text"; more = tokens[next]) {
				text += more.value;
				next += 1;
			}
			return text;
		}
		if (token.kind === "number") return Number(token.text.replaceAll("_", ""));
		if (token.text === "-") {
			const value = readValue(depth + 1);
			if (typeof value === "number") return -value;
		}
		if (token.text === "[") return readItems("]", depth).items;
		if (token.text === "{") return readMapping(depth);
		if (token.text === "(") {
			const { items, isTuple } = readItems(")", depth);
			return isTuple || items.length !== 1 ? items : items[0];
		}
		if (token.kind === "name") return readName(token.text);
		throw new NoLiteralError();
	}

	function readName(name: string): unknown {
		if (name === "True") return true;
		if (name === "False") return false;
		if (name === "None") return null;
		const isValue = !["(", ".", "["].includes(peek() ?? "") && Object.hasOwn(names, name);
		if (isValue && !(names[name] instanceof Unreadable)) return names[name];
		throw new NoLiteralError();
	}

	function readItems(close: string, depth: number): { items: unknown[]; isTuple: boolean } {
		const items: unknown[] = [];
		let isTuple = false;
		while (peek() !== close) {
			items.push(readSum(depth + 1));
			if (peek() === ",") {
				next += 1;
				isTuple = true;
			} else if (peek() !== close) throw new NoLiteralError();
		}
		next += 1;
		return { items, isTuple };
	}

	function readMapping(depth: number): Record<string, unknown> {
		const entries: [string, unknown][] = [];
		while (peek() !== "}") {
			const key = readSum(depth + 1);
			if (typeof key !== "string" || peek() !== ":") throw new NoLiteralError();
			next += 1;
			entries.push([key, readSum(depth + 1)]);
			if (peek() === ",") next += 1;
			else if (peek() !== "}") throw new NoLiteralError();
		}
		next += 1;
		return Object.fromEntries(entries);
	}

	try {
		const value = readSum(0);
		if (peek() === ",") return readTuple(value);
		if (next < tokens.length) throw new NoLiteralError();
		return value;
	} catch (error) {
		if (error instanceof NoLiteralError)
			return new Unreadable("it is known only when the file runs");
		throw error;
	}

	/** `PATHS = "a", "b"`: a tuple needs no brackets. */
	function readTuple(first: unknown): unknown[] {
		const items = [first];
		while (peek() === ",") {
			next += 1;
			if (next < tokens.length) items.push(readSum(0));
		}
		if (next < tokens.length) throw new NoLiteralError();
		return items;
	}
}

class NoLiteralError extends Error {}
