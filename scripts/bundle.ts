/** Puts the command line and everything that it needs into a few files that load in no time. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin, stop } from "esbuild";

/** Names and values that a bundle holds instead of looking for them. */
export interface BundleIdentity {
	/** Another text whenever the code is another. */
	readonly id: string;
}

/** Of the languages of schema errors, which nobody sees: English alone. */
const oneLocale: Plugin = {
	name: "one-locale",
	setup({ onLoad }) {
		onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
			contents: 'export { default as en } from "./en.js";',
		}));
	},
};

/** A character beyond Latin-1 makes V8 keep a whole file in twice the memory; esbuild leaves those of patterns as they are. */
function escapeUnicode(text: string): string {
	return text.replaceAll(
		/[^\0-\x7f]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

/** CommonJS modules ask for Node's own by `require`. */
const banner = "const require=name=>process.getBuiltinModule(name);";

/**
 * Writes `main.js` and the entries of its threads, with what they load, into a folder; gives the paths of all files that went in, from
 * `root`. Rejects with esbuild's error.
 */
export async function bundleCommand(
	root: string,
	folder: string,
	{ id }: BundleIdentity,
): Promise<string[]> {
	const { version }: { version: string } = JSON.parse(
		readFileSync(join(root, "package.json"), "utf8"),
	);
	const { metafile, outputFiles } = await build({
		absWorkingDir: root,
		entryPoints: [
			{ in: "src/cli/main.ts", out: "main" },
			{ in: "src/cli/newsroom/newsroom-thread.ts", out: "newsroom-thread" },
			{ in: "src/node/workshop/workshop-thread.ts", out: "workshop-thread" },
		],
		outdir: folder,
		bundle: true,
		splitting: true,
		platform: "node",
		format: "esm",
		target: "node22",
		minifyWhitespace: true,
		minifySyntax: true,
		legalComments: "none",
		banner: { js: banner },
		define: {
			"process.env.BROADSHEET_BUILD_ID": JSON.stringify(id),
			"process.env.BROADSHEET_VERSION": JSON.stringify(version),
		},
		plugins: [oneLocale],
		metafile: true,
		logLevel: "silent",
		write: false,
	});
	await stop();
	mkdirSync(folder, { recursive: true });
	for (const { path, text } of outputFiles) writeFileSync(path, escapeUnicode(text));
	return Object.keys(metafile.inputs);
}
