import type { ConfigFolder } from "../config-folder.ts";
import type { ConfigText, Found } from "../config-text.ts";
import { isAbsoluteUrl } from "../convert.ts";
import { findValue } from "../find-value.ts";
import { readConfig } from "../parse-config.ts";
import { isTable, Unreadable } from "../unreadable.ts";

/** A folder's `package.json`, if it asks for a package. */
export async function readPackage(
	root: ConfigFolder,
	dependency: string,
): Promise<ConfigText | undefined> {
	const text = await readConfig(root, "package.json");
	return text && dependenciesOf(text).has(dependency) ? text : undefined;
}

/** The packages that a folder's `package.json` asks for. */
export async function readDependencies(root: ConfigFolder): Promise<ReadonlySet<string>> {
	const text = await readConfig(root, "package.json");
	return text ? dependenciesOf(text) : new Set();
}

function dependenciesOf({ data }: ConfigText): ReadonlySet<string> {
	const kinds = [data.dependencies, data.devDependencies];
	return new Set(kinds.filter(isTable).flatMap((packages) => Object.keys(packages)));
}

/** The `homepage` of a package, where it is the site: most name the repository instead. */
export function findHomepage(texts: readonly ConfigText[]): Found | undefined {
	const found = findValue(texts, "homepage");
	if (!isAbsoluteUrl(found?.value) || found === undefined) return undefined;
	const { host, hash } = new URL(found.value);
	return hash || /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|npmjs\.com)$/.test(host)
		? undefined
		: found;
}

/** A value that a script exports: as (part of) its default, or of a constant at its top. */
export function findExported(
	text: ConfigText | undefined,
	...keys: readonly string[]
): Found | undefined {
	if (!text) return undefined;
	const constants = Object.keys(text.data).filter((name) => name !== "default" && name !== "calls");
	const holders = text.file.endsWith(".json")
		? [[]]
		: [["default"], ...constants.map((name) => [name]), []];
	let unread: Found | undefined;
	for (const key of keys) {
		for (const holder of holders) {
			const found = findValue([text], ...holder, key);
			if (found && !(found.value instanceof Unreadable) && typeof found.value !== "object")
				return found;
			if (found?.value instanceof Unreadable && found.key.endsWith(key)) unread ??= found;
		}
	}
	return unread;
}
