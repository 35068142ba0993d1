import { readFile } from "node:fs/promises";

/**
 * The package's version: of a bundle what it was given, of the sources what `package.json` says, two folders above.
 */
export async function readVersion(): Promise<string> {
	return process.env.BROADSHEET_VERSION ?? (await readManifest());
}

async function readManifest(): Promise<string> {
	const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
	const { version }: { readonly version: string } = JSON.parse(text);
	return version;
}
