import type {
	AnyNode,
	Expression,
	Function as FunctionNode,
	ObjectExpression,
	Program,
} from "acorn";
import { type KeyPath, pathKey } from "../../articles/front-matter/parsed-source.ts";
import { isReadable, isTable, Unreadable } from "../unreadable.ts";
import { childOf, describeNode, propertyName, unwrapNode } from "./nodes.ts";
import { type Declarations, findDeclarations, findExport, findReturned } from "./statements.ts";

/** What the literals of a module say. */
export interface Evaluated {
	readonly exports: Readonly<Record<string, unknown>>;
	/** Where the key of a value stands, by `pathKey`. */
	readonly offsets: ReadonlyMap<string, number>;
}

/** Names may lead to each other in a circle. */
const deepest = 40;

/** Functions that give back their argument, as every kind of configuration has one: `defineConfig({ … })`. */
const passing = /^(?:define[A-Z]\w*|with[A-Z]\w*|next\w+|freeze|defineConfig)$/;

/** Reads what a module exports, without running it: literals, constants, and what is plainly made of them. */
export function createEvaluator(program: Program): Evaluated {
	const offsets = new Map<string, number>();
	const top = findDeclarations(program.body);

	function read(node: AnyNode, path: KeyPath, scope: Declarations, depth: number): unknown {
		if (depth > deepest) return new Unreadable("a name that leads to itself");
		const inner = unwrapNode(node);
		const next = (child: AnyNode, childPath: KeyPath = path) =>
			read(child, childPath, scope, depth + 1);
		switch (inner.type) {
			case "Literal":
				return "regex" in inner && inner.regex
					? new Unreadable("a regular expression")
					: inner.value;
			case "TemplateLiteral": {
				const parts = inner.expressions.map((expression) => next(expression));
				return joinTexts(
					inner.quasis.flatMap(({ value }, index) => [value.cooked ?? "", parts[index] ?? ""]),
				);
			}
			case "ArrayExpression":
				return inner.elements.map((element, index) =>
					element === null ? null : note([...path, index], element, next),
				);
			case "ObjectExpression":
				return readObject(inner, path, next);
			case "UnaryExpression": {
				const value = next(inner.argument);
				if (inner.operator === "-" && typeof value === "number") return -value;
				return inner.operator === "!" && isReadable(value) ? !value : unreadable(inner);
			}
			case "BinaryExpression":
				return inner.operator === "+" && inner.left.type !== "PrivateIdentifier"
					? joinTexts([next(inner.left), next(inner.right)])
					: unreadable(inner);
			case "LogicalExpression":
				return readChoice(inner.operator, next(inner.left), () => next(inner.right));
			case "Identifier": {
				if (inner.name === "undefined") return undefined;
				const declared = scope.constants.get(inner.name);
				return declared ? next(declared) : unreadable(inner);
			}
			case "MemberExpression": {
				const name = childOf(inner);
				const value =
					inner.object.type === "Super" ? undefined : next(inner.object, [...path, "."]);
				return isTable(value) && name !== undefined && Object.hasOwn(value, name)
					? value[name]
					: unreadable(inner);
			}
			case "CallExpression": {
				const [argument] = inner.arguments;
				const callee = unwrapNode(inner.callee);
				const name = callee.type === "MemberExpression" ? childOf(callee) : propertyName(callee);
				const isPassing = callee.type === "CallExpression" || passing.test(name ?? "");
				return isPassing && argument ? next(argument) : unreadable(inner);
			}
			case "ArrowFunctionExpression":
			case "FunctionExpression":
			case "FunctionDeclaration":
				return readFunction(inner, path, scope, depth);
			default:
				return unreadable(inner);
		}
	}

	function note(
		path: KeyPath,
		node: AnyNode,
		next: (node: AnyNode, path: KeyPath) => unknown,
	): unknown {
		offsets.set(pathKey(path), node.start);
		return next(node, path);
	}

	function readObject(
		node: ObjectExpression,
		path: KeyPath,
		next: (node: AnyNode, path: KeyPath) => unknown,
	): Record<string, unknown> {
		const entries = new Map<string, unknown>();
		for (const property of node.properties) {
			if (property.type === "SpreadElement") {
				const spread = next(property.argument, path);
				if (isTable(spread))
					for (const [key, value] of Object.entries(spread)) entries.set(key, value);
				continue;
			}
			const name = property.computed ? undefined : propertyName(property.key);
			if (name === undefined) continue;
			offsets.set(pathKey([...path, name]), property.start);
			entries.set(name, next(property.value, [...path, name]));
		}
		return Object.fromEntries(entries);
	}

	/** What a function returns, where that is plain. */
	function readFunction(
		node: FunctionNode,
		path: KeyPath,
		scope: Declarations,
		depth: number,
	): unknown {
		if (node.body.type !== "BlockStatement") return read(node.body, path, scope, depth + 1);
		const inner = findDeclarations(node.body.body, scope);
		const returned = findReturned(node.body.body);
		return returned ? read(returned, path, inner, depth + 1) : new Unreadable("a function");
	}

	/** Methods called on the first argument of the exported function, with their literal arguments. */
	function readCalls(node: AnyNode | undefined): Record<string, unknown> {
		const exported = node && resolve(node, top);
		if (!exported || !("params" in exported) || exported.body.type !== "BlockStatement") return {};
		const [parameter] = exported.params;
		const scope = findDeclarations(exported.body.body, top);
		const calls = new Map<string, unknown>();
		for (const statement of exported.body.body) {
			if (statement.type !== "ExpressionStatement") continue;
			const call = unwrapNode(statement.expression);
			if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") continue;
			const { object } = call.callee;
			const name = childOf(call.callee);
			const isOnArgument =
				object.type === "Identifier" &&
				parameter?.type === "Identifier" &&
				object.name === parameter.name;
			if (!isOnArgument || name === undefined) continue;
			offsets.set(pathKey(["calls", name]), call.start);
			calls.set(
				name,
				call.arguments.map((argument) => read(argument, ["calls", name], scope, 0)),
			);
		}
		return Object.fromEntries(calls);
	}

	function resolve(node: AnyNode, scope: Declarations): AnyNode {
		const inner = unwrapNode(node);
		const declared = inner.type === "Identifier" ? scope.constants.get(inner.name) : undefined;
		return declared && declared !== node ? unwrapNode(declared) : inner;
	}

	const exported = findExport(program.body);
	const exports: Record<string, unknown> = {};
	for (const [name, node] of top.constants) {
		offsets.set(pathKey([name]), node.start);
		exports[name] = read(node, [name], top, 0);
	}
	if (exported) {
		offsets.set(pathKey(["default"]), exported.start);
		exports.default = read(exported, ["default"], top, 0);
	}
	exports.calls = readCalls(exported);
	return { exports, offsets };
}

function unreadable(node: AnyNode | Expression): Unreadable {
	return new Unreadable(describeNode(node));
}

/** `a ?? b`, `a || b`: what stands behind is what counts where the first is not known. */
function readChoice(operator: string, left: unknown, right: () => unknown): unknown {
	if (operator === "&&") return new Unreadable("a condition");
	const counts = isReadable(left) && (operator === "??" || Boolean(left));
	return counts ? left : right();
}

function joinTexts(parts: readonly unknown[]): unknown {
	const given = parts.find((part) => part instanceof Unreadable);
	if (given) return given;
	const isPlain = parts.every((part) => typeof part === "string" || typeof part === "number");
	return isPlain ? parts.join("") : new Unreadable("a calculation");
}
