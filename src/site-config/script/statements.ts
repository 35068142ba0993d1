import type { AnyNode, ModuleDeclaration, Statement } from "acorn";

/** What the names of a scope stand for. */
export interface Declarations {
	readonly constants: ReadonlyMap<string, AnyNode>;
}

type Body = readonly (Statement | ModuleDeclaration)[];

/** Names that are declared in a list of statements, exported or not, besides those of the scope around. */
export function findDeclarations(body: Body, around?: Declarations): Declarations {
	const constants = new Map<string, AnyNode>(around?.constants);
	for (const statement of body) {
		const declared =
			statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
		if (declared?.type === "FunctionDeclaration" && declared.id)
			constants.set(declared.id.name, declared);
		if (declared?.type !== "VariableDeclaration") continue;
		for (const { id, init } of declared.declarations)
			if (id.type === "Identifier" && init) constants.set(id.name, init);
	}
	return { constants };
}

/** What a module exports as a whole: `export default …`, `module.exports = …`, `exports = …`. */
export function findExport(body: Body): AnyNode | undefined {
	let exported: AnyNode | undefined;
	for (const statement of body) {
		if (statement.type === "ExportDefaultDeclaration") exported = statement.declaration;
		if (statement.type !== "ExpressionStatement") continue;
		const { expression } = statement;
		if (expression.type === "AssignmentExpression" && isExports(expression.left))
			exported = expression.right;
	}
	return exported;
}

/** What a function body gives back at its end, not from within a branch. */
export function findReturned(body: Body): AnyNode | undefined {
	const statement = body.findLast((candidate) => candidate.type === "ReturnStatement");
	return statement?.type === "ReturnStatement" ? (statement.argument ?? undefined) : undefined;
}

function isExports(node: AnyNode): boolean {
	if (node.type !== "MemberExpression") return false;
	const { object, property } = node;
	return (
		object.type === "Identifier" &&
		object.name === "module" &&
		property.type === "Identifier" &&
		property.name === "exports"
	);
}
