import { trimPath } from "./generators/generator.ts";

/** Globs that count from a folder, as they count from one below it; those that cannot match there are left out. */
export function globsBelow(below: string, globs: readonly string[]): string[] {
	const start = below === "" ? "" : `${below}/`;
	return globs.flatMap((written) => {
		const glob = trimPath(written.replace(/^\//, ""));
		if (glob === "") return [];
		if (glob.startsWith("**/")) return [glob];
		return glob.startsWith(start) ? [glob.slice(start.length)] : [];
	});
}
