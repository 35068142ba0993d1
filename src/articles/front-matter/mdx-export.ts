import { type Expression, parseExpressionAt, type SpreadElement } from "acorn";
import { detachText } from "../../text/detach-text.ts";
import type { ParsedSource } from "./parsed-source.ts";

const declaration =
	/^export\s+const\s+(?:meta|metadata|frontmatter|frontMatter)\s*(?::[^=\n]+)?=\s*/m;

/**
 * The literals of an object that an MDX file exports as `meta`, `metadata` or `frontmatter` (Next.js: "Markdown and
 * MDX"), also as the only argument of a call. Nothing is run: values that are no literals are left out.
 */
export function readMdxExport(text: string): ParsedSource | undefined {
	const match = declaration.exec(text);
	if (match === null) return undefined;
	try {
		const expression = parseExpression(text, match.index + match[0].length);
		const offsets = new Map<string, number>();
		const data = readLiteral(unwrapCall(expression), (key, offset) => offsets.set(key, offset));
		if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
		return {
			data: Object.fromEntries(Object.entries(data)),
			problems: [],
			offsetOfKey: ([key]) => (typeof key === "string" ? offsets.get(key) : undefined),
		};
	} catch {
		return undefined;
	}
}

/** What follows the expression is Markdown, at which the parser may fail that looks one token ahead. */
function parseExpression(text: string, start: number): Expression {
	const options = { ecmaVersion: "latest", sourceType: "module" } as const;
	try {
		return parseExpressionAt(text, start, options);
	} catch (error) {
		const isPlaced =
			error instanceof SyntaxError && "pos" in error && typeof error.pos === "number";
		if (!isPlaced) throw error;
		const end = text.slice(0, Number(error.pos)).search(/[})][^})]*$/);
		return parseExpressionAt(text.slice(0, end + 1), start, options);
	}
}

function unwrapCall(expression: Expression): Expression {
	const [argument] = expression.type === "CallExpression" ? expression.arguments : [];
	return argument?.type === "ObjectExpression" ? argument : expression;
}

function readLiteral(
	node: Expression | SpreadElement | null,
	note: (key: string, offset: number) => void = () => {},
): unknown {
	switch (node?.type) {
		case "Literal":
			return detachValue(typeof node.value === "number" ? node.raw : node.value);
		case "TemplateLiteral":
			return node.expressions.length === 0 ? detachValue(node.quasis[0]?.value.cooked) : undefined;
		case "ArrayExpression":
			return node.elements.map((element) => readLiteral(element)).filter(isKnown);
		case "NewExpression":
			// `new Date("2026-03-14")`
			return node.callee.type === "Identifier" && node.callee.name === "Date"
				? readLiteral(node.arguments[0] ?? null)
				: undefined;
		case "ObjectExpression":
			return Object.fromEntries(
				node.properties.flatMap((property) => {
					if (property.type !== "Property" || property.computed) return [];
					const { key } = property;
					const name =
						key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";
					const value = readLiteral(property.value);
					if (!isKnown(value)) return [];
					note(name, property.start);
					return [[detachText(name), value] as const];
				}),
			);
		default:
			return undefined;
	}
}

function detachValue(value: unknown): unknown {
	return typeof value === "string" ? detachText(value) : value;
}

function isKnown(value: unknown): boolean {
	return value !== undefined;
}
