import type { AnyNode, MemberExpression } from "acorn";

/** Nodes that change nothing of the value inside: TypeScript's remarks on types, and parentheses. */
const wrappers: ReadonlySet<string> = new Set([
	"TSAsExpression",
	"TSSatisfiesExpression",
	"TSNonNullExpression",
	"TSTypeAssertion",
	"ParenthesizedExpression",
	"ChainExpression",
]);

/** The node inside of types, parentheses and `await`. */
export function unwrapNode(node: AnyNode): AnyNode {
	const type: string = node.type;
	if (wrappers.has(type) && "expression" in node && isNode(node.expression))
		return unwrapNode(node.expression);
	return node.type === "AwaitExpression" ? unwrapNode(node.argument) : node;
}

function isNode(value: unknown): value is AnyNode {
	return typeof value === "object" && value !== null && "type" in value;
}

/** The name that a key, or a plain name, is. */
export function propertyName(node: AnyNode): string | undefined {
	if (node.type === "Identifier") return node.name;
	return node.type === "Literal" && typeof node.value !== "object" ? String(node.value) : undefined;
}

/** The name of what is taken out of an object: `site` of `config.site` and `config["site"]`. */
export function childOf(node: MemberExpression): string | undefined {
	return node.computed && node.property.type !== "Literal"
		? undefined
		: propertyName(node.property);
}

/** What a node is, as a phrase for people: why its value cannot be known. */
export function describeNode(node: AnyNode): string {
	switch (node.type) {
		case "CallExpression":
		case "NewExpression":
			return "it is the result of a call";
		case "ConditionalExpression":
			return "it depends on a condition";
		case "MemberExpression":
			return /^process\.env|^import\.meta/.test(nameOf(node))
				? "it comes from the environment"
				: `\`${nameOf(node)}\` is known only when the file runs`;
		case "Identifier":
			return `\`${node.name}\` is known only when the file runs`;
		case "TemplateLiteral":
		case "BinaryExpression":
			return "it is calculated";
		default:
			return "it is no literal";
	}
}

function nameOf(node: AnyNode): string {
	if (node.type === "MemberExpression") return `${nameOf(node.object)}.${childOf(node) ?? "…"}`;
	if (node.type === "MetaProperty") return "import.meta";
	return node.type === "Identifier" ? node.name : "…";
}
