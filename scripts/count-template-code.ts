import process from "node:process";
import { isTag, isText, type ParentNode } from "domhandler";
import { parseDocument } from "htmlparser2";
import { createRenderings } from "../src/publication/create-renderings.ts";
import { readCorpus } from "./parity/read-corpus.ts";

/** What no reader should meet outside code. */
const signs: ReadonlyMap<string, RegExp> = new Map([
	["{{", /\{\{/g],
	["{%", /\{%/g],
	["{{<", /\{\{[<%]/g],
	["{:", /\{:/g],
	["<Tabs", /<[A-Z]\w*[\s/>]/g],
	["import", /^\s*import\s.*\sfrom\s+["']/gm],
	[":::", /:::/g],
	["!!!", /^!!!\s/gm],
]);

const folders = process.argv.slice(2);
if (folders.length === 0) {
	process.stderr.write(
		"Usage: npm run count-templates -- FOLDER…\nEach folder holds content/ and site.yaml.\n",
	);
	process.exit(2);
}

let total = 0;
for (const folder of folders) {
	const { contents } = await readCorpus(folder, new Date());
	const renderings = createRenderings()(contents, ({ generatorId }) => generatorId);
	let found = 0;
	for (const article of contents.articles) {
		const { html, entry } = renderings.of(article);
		const text = `${textOutsideCode(parseDocument(html))}\n${entry.summary ?? ""}`;
		for (const [sign, pattern] of signs) {
			for (const match of text.matchAll(pattern)) {
				found += 1;
				const around = text.slice(Math.max(0, match.index - 40), match.index + 60);
				process.stdout.write(`${folder}/${article.path}: ${sign} in ${JSON.stringify(around)}\n`);
			}
		}
	}
	process.stdout.write(`${folder}: ${contents.articles.length} articles, ${found} pieces\n`);
	total += found;
}
process.exitCode = total > 0 ? 1 : 0;

/** With the values of attributes, which nobody should find template code in either. */
function textOutsideCode(node: ParentNode): string {
	return node.children
		.map((child) => {
			if (isText(child)) return child.data;
			if (!isTag(child) || child.name === "pre" || child.name === "code") return " ";
			return `${Object.values(child.attribs).join(" ")}\n${textOutsideCode(child)}`;
		})
		.join("");
}
