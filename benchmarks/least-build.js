/**
 * The least that a build with these libraries can do: on two threads, every file is listed, looked at and read, js-yaml
 * reads its front matter, markdown-it renders as many texts as some feed shows, and as many files of the same sizes are
 * written as a build of Broadsheet writes. No address, id, feed or safe HTML is made.
 * `node least-build.js ARTICLES OUT PLAN`: PLAN is JSON, `{ "rendered": 2107, "sizes": [340000, …] }`.
 */
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { isMainThread, Worker } from "node:worker_threads";

enableCompileCache(join(tmpdir(), "broadsheet-bench", "compiled"));
const [articles = "", out = "", planFile = ""] = process.argv.slice(2);
const threads = 2;
const own = isMainThread ? 0 : 1;
if (isMainThread) {
	mkdirSync(out, { recursive: true });
	new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) });
}
const { load } = await import("js-yaml");
const { default: createMarkdown } = await import("markdown-it");
const { rendered, sizes } = JSON.parse(readFileSync(planFile, "utf8"));

/** Every second one. */
const share = (_, number) => number % threads === own;

const bodies = [];
let titleLength = 0;
for (const section of readdirSync(articles)) {
	for (const name of readdirSync(join(articles, section)).filter(share)) {
		const path = join(articles, section, name);
		lstatSync(path);
		const text = readFileSync(path, "utf8");
		const end = text.indexOf("\n---\n", 4);
		titleLength += load(text.slice(4, end)).title.length;
		if (bodies.length < rendered / threads) bodies.push(text.slice(end + 5));
	}
}
const markdown = createMarkdown({ html: true });
const encoder = new TextEncoder();
const pieces = bodies.map((body) => encoder.encode(markdown.render(body)));
if (titleLength === 0 || pieces.length === 0) throw new Error("There are no articles.");
for (const [number, size] of sizes.entries()) {
	if (!share(size, number)) continue;
	const bytes = Buffer.allocUnsafe(size);
	let filled = 0;
	for (let piece = number; filled < size; piece += 1)
		filled += Buffer.from(pieces[piece % pieces.length]).copy(bytes, filled);
	writeFileSync(join(out, String(number)), bytes);
}
