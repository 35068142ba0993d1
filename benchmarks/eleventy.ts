/**
 * Builds the feeds of a folder of dated Markdown posts with Broadsheet, and the site's one Atom feed of the same posts
 * with Eleventy, in turn; prints wall time and peak memory. See benchmarks/README.md for the method.
 * `npm run bench:eleventy -- FOLDER SETTINGS`
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";

const rounds = 7;
const eleventyVersions = ["@11ty/eleventy@3", "@11ty/eleventy-plugin-rss@3"];

interface Run {
	readonly seconds: number;
	readonly megabytes: number;
}

/** Runs a command under GNU time and gives its wall time and its peak memory. */
function measure(command: readonly string[], folder: string): Run {
	const args = ["-f", "%e %M", ...command];
	const { status, stderr } = spawnSync("/usr/bin/time", args, { cwd: folder, encoding: "utf8" });
	const [seconds = 0, kilobytes = 0] =
		stderr.trim().split("\n").at(-1)?.split(" ").map(Number) ?? [];
	if (status !== 0) throw new Error(`${command.join(" ")} failed:\n${stderr}`);
	return { seconds, megabytes: kilobytes / 1024 };
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function describe(runs: readonly Run[]): string {
	const seconds = runs.map((run) => run.seconds);
	const spread = `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}`;
	return `${median(seconds).toFixed(2)} s (${spread}) | ${median(runs.map((run) => run.megabytes)).toFixed(0)} MB`;
}

/** A site whose only template is the Atom feed of the plug-in's documentation; posts are Markdown without a template engine. */
function prepareEleventy(root: string, posts: string): string {
	const site = join(root, "eleventy");
	mkdirSync(site);
	cpSync(posts, join(site, "posts"), { recursive: true });
	writeFileSync(join(site, "package.json"), '{"private":true,"type":"module"}');
	// Some posts name a layout; an empty one costs least.
	mkdirSync(join(site, "_includes"));
	writeFileSync(join(site, "_includes/post.njk"), "{{ content | safe }}");
	writeFileSync(join(site, "posts/posts.json"), '{"tags":"posts"}');
	writeFileSync(
		join(site, "eleventy.config.js"),
		`import { feedPlugin } from "@11ty/eleventy-plugin-rss";
export default function (config) {
	config.addLayoutAlias("post", "post.njk");
	config.addPlugin(feedPlugin, {
		type: "atom", outputPath: "/atom.xml", collection: { name: "posts", limit: 50 },
		metadata: { language: "en", title: "Posts", base: "https://example.org/", author: { name: "A" } },
	});
	return { markdownTemplateEngine: false, htmlTemplateEngine: false };
}
`,
	);
	const npm = spawnSync("npm", ["install", "--no-audit", "--no-fund", ...eleventyVersions], {
		cwd: site,
		encoding: "utf8",
	});
	if (npm.status !== 0) throw new Error(npm.stderr);
	return site;
}

const [posts, settings] = process.argv.slice(2);
if (!posts || !settings) throw new Error("Name a folder of posts and its settings file.");
const root = mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
try {
	const site = prepareEleventy(root, posts);
	const main = resolve(import.meta.dirname, "../src/cli/main.ts");
	const out = join(root, "out");
	const broadsheet = [
		...[process.execPath, main, "build", resolve(posts), "--settings", resolve(settings)],
		...["--out", out, "--state", join(root, "state")],
	];
	const eleventy = [process.execPath, join(site, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"];
	const runs: { broadsheet: Run[]; eleventy: Run[] } = { broadsheet: [], eleventy: [] };
	for (let round = 0; round < rounds; round++) {
		rmSync(out, { recursive: true, force: true });
		rmSync(join(root, "state"), { recursive: true, force: true });
		rmSync(join(site, "_site"), { recursive: true, force: true });
		runs.broadsheet.push(measure(broadsheet, root));
		runs.eleventy.push(measure(eleventy, site));
	}
	const ratio = (of: (run: Run) => number) =>
		(median(runs.broadsheet.map(of)) / median(runs.eleventy.map(of))).toFixed(2);
	const bytes = statSync(join(site, "_site/atom.xml")).size;
	process.stdout.write(
		[
			`Node ${process.versions.node}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB; medians of ${rounds} alternating runs`,
			`Broadsheet, all feeds: ${describe(runs.broadsheet)}`,
			`Eleventy, one feed (${bytes} bytes): ${describe(runs.eleventy)}`,
			`Broadsheet / Eleventy: ${ratio((run) => run.seconds)} × wall time, ${ratio((run) => run.megabytes)} × memory`,
			"",
		].join("\n"),
	);
} finally {
	rmSync(root, { recursive: true, force: true });
}
