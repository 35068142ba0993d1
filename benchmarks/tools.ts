import { spawnSync } from "node:child_process";
import process from "node:process";
import type { BenchSettings } from "./bench-settings.ts";

/** Debian's packages of the tools that are measured beside, or measure. */
const packages = {
	chromium: "chromium",
	hugo: "hugo",
	nginx: "nginx-light",
	time: "time",
	wrk: "wrk",
} as const;

export type Tool = keyof typeof packages;

/** Sees that tools are there; installs them where that was asked for, else says how to. */
export function requireTools(
	tools: readonly Tool[],
	settings: Pick<BenchSettings, "tools" | "note">,
): void {
	const missing = tools.filter((tool) => !isThere(tool)).map((tool) => packages[tool]);
	if (missing.length === 0) return;
	const command = ["apt-get", "install", "-y", "--no-install-recommends", ...missing];
	if (settings.tools === "ask")
		throw new Error(
			`Missing: ${missing.join(", ")}. Run \`${command.join(" ")}\`, or add --install.`,
		);
	if (process.getuid?.() !== 0) throw new Error("Only root can install packages.");
	settings.note(command.join(" "));
	const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	for (const args of [["update", "-qq"], command.slice(1)]) {
		const { status } = spawnSync("apt-get", args, { stdio: "inherit", env: environment });
		if (status !== 0) throw new Error(`apt-get ${args.join(" ")} failed.`);
	}
}

/** A tool's name and version, as `hugo 0.111.3`; undefined where it is not there. */
export function readToolVersion(tool: Tool): string | undefined {
	if (!isThere(tool)) return undefined;
	const flag = {
		chromium: "--version",
		hugo: "version",
		nginx: "-v",
		time: "--version",
		wrk: "-v",
	};
	const { stdout, stderr } = spawnSync(pathOf(tool), [flag[tool]], { encoding: "utf8" });
	const version = /\d+(?:\.\d+)+/.exec(`${stdout}${stderr}`)?.[0];
	return version && `${tool} ${version}`;
}

/** The shell has a `time` of its own. */
export const timeCommand = "/usr/bin/time";

function pathOf(tool: Tool): string {
	return tool === "time" ? timeCommand : tool;
}

function isThere(tool: Tool): boolean {
	return spawnSync("which", [pathOf(tool)]).status === 0;
}
