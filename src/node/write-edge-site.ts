import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buildEdgeSite } from "../http/build-edge-site.ts";
import { buildPublication } from "../publication/build-publication.ts";
import type { Contents } from "../publication/contents.ts";
import { createRenderings } from "../publication/create-renderings.ts";
import type { EdgeSite } from "../publication/edge-site.ts";
import type { Folder } from "../publication/folder.ts";
import {
	parseSiteManifest,
	renderSiteManifest,
	siteManifestName,
} from "../publication/site-manifest.ts";
import { compress, digestBytes } from "./node-runtime.ts";

/**
 * Prepares a site for Workers in a folder: `assets/` for Static Assets, `site.json` for the script, and the validators
 * for the next build. `assets/` is replaced as a whole, `site.json` last.
 */
export async function writeEdgeSite(
	contents: Contents,
	source: Folder,
	folder: string,
	now: Date,
): Promise<EdgeSite> {
	const assets = join(folder, "assets");
	const fresh = `${assets}.writing-${process.pid}`;
	const renderings = createRenderings()(contents);
	const former = await readFile(join(folder, siteManifestName), "utf8").catch(() => "");
	try {
		await mkdir(fresh, { recursive: true });
		const { site, validators } = await buildEdgeSite(
			{
				publicationAt: (instant) => buildPublication(contents, renderings, instant),
				now,
				feedsUrl: contents.site.feedsUrl,
				former: parseSiteManifest(former)?.documents ?? {},
			},
			{
				digest: digestBytes,
				compress,
				readFile: (plan) => source.read(plan.file.path),
				writeAsset: (path, bytes) => writeInside(fresh, path, bytes),
			},
		);
		await rm(assets, { recursive: true, force: true });
		await rename(fresh, assets);
		await writeFile(join(folder, siteManifestName), renderSiteManifest(validators));
		await writeFile(join(folder, "site.json"), `${JSON.stringify(site)}\n`);
		return site;
	} finally {
		await rm(fresh, { recursive: true, force: true });
	}
}

async function writeInside(folder: string, path: string, bytes: Uint8Array): Promise<void> {
	const target = join(folder, path);
	await mkdir(dirname(target), { recursive: true });
	await writeFile(target, bytes);
}
