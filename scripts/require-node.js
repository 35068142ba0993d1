/**
 * Loaded before the TypeScript sources, which an old Node.js cannot read: refuses it with a sentence instead.
 * `npm ci` puts the Node.js of this project into node_modules/.bin, by an install script.
 */
import { readFileSync } from "node:fs";
import process from "node:process";

const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const [oldestMajor, oldestMinor] = /\d+\.\d+/.exec(manifest.engines.node)[0].split(".").map(Number);
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
	process.stderr.write(
		`broadsheet: error NODE_TOO_OLD This is Node.js ${process.versions.node}. ` +
			`\`npm ci\` brings the right one by an install script; if your npm runs none, \`npm rebuild node\` does it, ` +
			`or install Node.js ${oldestMajor}.${oldestMinor} or newer.\n`,
	);
	process.exit(1);
}
