import type { ConfigText } from "../config-text.ts";
import { toText } from "../convert.ts";
import { findValue } from "../find-value.ts";
import type { Report } from "../report.ts";
import { isTable } from "../unreadable.ts";
import { trimPath } from "./generator.ts";

interface Scope {
	readonly index: number;
	/** Beginning of the paths that it is for. */
	readonly path: string;
	readonly isTyped: boolean;
}

/** Values that say how a page looks, not what it holds. */
const forThemes = [
	"layout",
	"comments",
	"sidebar",
	"toc",
	"classes",
	"read_time",
	"share",
	"related",
];

/**
 * Front matter defaults as values for articles by glob. A scope's path is the beginning of a path (`blog` is for
 * `blog2/` too); of two scopes the one with the longer path counts, then the one with a type.
 * Source: Jekyll's `FrontmatterDefaults` (`applies_path?`, `has_precedence?`).
 */
export function describeDefaults(
	report: Report,
	texts: readonly ConfigText[],
	below: string,
): void {
	const list = findValue(texts, "defaults")?.value;
	const scopes = (Array.isArray(list) ? list : []).flatMap((entry, index): Scope[] => {
		const scope = isTable(entry) && isTable(entry.scope) ? entry.scope : {};
		const type = toText(scope.type);
		if (type !== undefined && !["post", "posts"].includes(type)) return [];
		return [{ index, path: toText(scope.path) ?? "", isTyped: type !== undefined }];
	});
	const byWeight = scopes.toSorted(
		(a, b) => a.path.length - b.path.length || Number(a.isTyped) - Number(b.isTyped),
	);
	// Values for the same articles are one entry of the settings: the weightiest says what it says first.
	for (const { index, path } of byWeight.toReversed()) {
		const values = findValue(texts, "defaults", index, "values")?.value;
		if (!isTable(values)) continue;
		for (const glob of globsOf(path, below))
			for (const key of Object.keys(values))
				if (!forThemes.includes(key))
					report.say(["defaults", glob, key], findValue(texts, "defaults", index, "values", key));
	}
}

/** The globs of a scope's path, counted from a folder below the source. */
function globsOf(path: string, below: string): string[] {
	const scope = trimPath(path);
	const folder = below === "" ? "" : `${below}/`;
	if (scope === "" || folder.startsWith(scope)) return ["**"];
	if (scope.includes("*")) {
		const glob = scope.startsWith(folder) ? scope.slice(folder.length) : scope;
		return [glob, `${glob}/**`];
	}
	if (!scope.startsWith(folder)) return [];
	const rest = scope.slice(folder.length);
	return [`${rest}*`, `${rest}*/**`];
}
