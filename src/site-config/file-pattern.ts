import { Unreadable } from "./unreadable.ts";

/**
 * A regular expression that Hugo looks for in files' paths (`ignoreFiles`), as a glob: `\.bak$` is `**\/*.bak`.
 * `Unreadable` where no glob says the same.
 */
export function translateFilePattern(expression: string): string | Unreadable {
	const isAtStart = expression.startsWith("^");
	const isAtEnd = /(?<!\\)\$$/.test(expression);
	const inside = expression.slice(isAtStart ? 1 : 0, isAtEnd ? -1 : undefined);
	const glob = inside.replaceAll(/\\([^\w])|\.\*|\.\+|([\w\-/@ ]+)|([\s\S])/g, translatePiece);
	if (glob.includes("\0") || glob === "") return new Unreadable("no glob says the same");
	// What is looked for may stand anywhere in the path, inside of a name too.
	const start = isAtStart ? "" : glob.startsWith("/") ? "**" : "**/*";
	return `${start}${glob}${isAtEnd ? "" : "*{,/**}"}`.replaceAll(/\*{3,}/g, "**");
}

function translatePiece(
	whole: string,
	escaped: string | undefined,
	plain: string | undefined,
	other: string | undefined,
): string {
	if (escaped !== undefined) return escapeGlob(escaped);
	if (plain !== undefined) return plain;
	return other === undefined ? "*" : whole === "." ? "?" : "\0";
}

function escapeGlob(text: string): string {
	return text.replaceAll(/[*?[\]{}()!@+\\]/g, "\\$&");
}
