/**
 * Writes `dist/`, which is what the npm package holds: the library as modules with their types, and the command as a
 * bundle with the licenses of what it holds.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleCommand } from "./bundle.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

/** The folders of the packages that went into a bundle. */
function packagesOf(inputs: readonly string[]): string[] {
	const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
	return [...new Set(folders)].sort();
}

function readLicense(folder: string): string {
	const { name, version, license }: Record<"name" | "version" | "license", string> = JSON.parse(
		readFileSync(join(root, folder, "package.json"), "utf8"),
	);
	const file = readdirSync(join(root, folder)).find((path) => /^licen[cs]e/i.test(path));
	const text = file === undefined ? "" : readFileSync(join(root, folder, file), "utf8").trim();
	return `## ${name} ${version} (${license})\n\n${text}\n`;
}

rmSync(dist, { recursive: true, force: true });
execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", join(root, "tsconfig.build.json")], {
	stdio: "inherit",
});
const { version }: { version: string } = JSON.parse(
	readFileSync(join(root, "package.json"), "utf8"),
);
const inputs = await bundleCommand(root, join(dist, "cli"), { id: version });
const licenses = packagesOf(inputs)
	.filter((folder) => existsSync(join(root, folder, "package.json")))
	.map(readLicense);
writeFileSync(
	join(dist, "cli/LICENSES.md"),
	`# What the command holds besides Broadsheet\n\n${licenses.join("\n")}`,
);
