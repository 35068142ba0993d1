import process from "node:process";
import { readCorpus } from "./parity/read-corpus.ts";
import { renderBodies } from "./parity/render-bodies.ts";
import { findTemplateCode } from "./templates/find-template-code.ts";

const folders = process.argv.slice(2);
if (folders.length === 0) {
	process.stderr.write(
		"Usage: npm run count-templates -- FOLDER…\nEach folder holds content/, site.yaml and reference.json.\n",
	);
	process.exit(2);
}

let total = 0;
for (const folder of folders) {
	const { contents } = await readCorpus(folder, new Date());
	let pieces = 0;
	for (const { path, html } of renderBodies(contents)) {
		for (const { sign, around } of findTemplateCode(html)) {
			pieces += 1;
			process.stdout.write(`    ${path}: ${sign} in ${JSON.stringify(around)}\n`);
		}
	}
	process.stdout.write(`${folder}: ${contents.articles.length} articles, ${pieces} pieces\n`);
	total += pieces;
}
process.exitCode = total > 0 ? 1 : 0;
