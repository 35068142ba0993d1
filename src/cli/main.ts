#!/usr/bin/env node
import module from "node:module";
import process from "node:process";

/** The oldest Node.js that every dependency runs on. */
const oldestNode = [22, 22] as const;

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
	process.stderr.write(
		`broadsheet: error NODE_TOO_OLD This is Node.js ${process.versions.node}. Install Node.js ${oldestNode.join(".")} or newer.\n`,
	);
	process.exit(1);
}

// What is compiled once is kept for the next start; whoever started this may have chosen where.
module.enableCompileCache?.();

// Loaded only now: an older Node.js would fail on the modules before it could say why.
const { run } = await import("./run.ts");
const reports = process.stderr.isTTY ? "terminal" : "pipe";
let isLineShown = false;
/** Wipes the line that is being drawn over, and draws another. */
function drawLine(line: string): void {
	if (isLineShown) process.stderr.write("\r\x1b[2K");
	// A line that wraps could not be wiped.
	process.stderr.write(line.slice(0, (process.stderr.columns || 80) - 1));
	isLineShown = line !== "";
}
process.exitCode = await run(process.argv.slice(2), {
	env: process.env,
	folder: process.cwd(),
	clock: () => new Date(),
	fetch,
	print(line) {
		drawLine("");
		process.stdout.write(`${line}\n`);
	},
	report(line) {
		drawLine("");
		process.stderr.write(`${line}\n`);
	},
	progress: drawLine,
	output: process.stdout.isTTY ? "terminal" : "pipe",
	reports,
	interrupted: () =>
		new Promise((resolve) => {
			process.once("SIGTERM", resolve);
			process.once("SIGINT", resolve);
		}),
});
// A connection that somebody keeps open must not keep the process alive.
process.exit();
