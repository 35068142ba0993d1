import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buildEdgeSite } from "../http/build-edge-site.ts";
import {
	recallCatalog,
	recallEditions,
	recallValidators,
	rememberCatalog,
	rememberDocument,
} from "../http/remember-validators.ts";
import type { Contents } from "../publication/contents.ts";
import { createPublisher } from "../publication/create-publisher.ts";
import type { EdgeSite } from "../publication/edge-site.ts";
import type { Folder } from "../publication/folder.ts";
import type { Memory } from "../publication/memory.ts";
import { renderSiteManifest } from "../publication/site-manifest.ts";
import { compress, digestBytes } from "./node-runtime.ts";

/**
 * Prepares a site for Workers in a folder: `assets/` for Static Assets and `site.json` for the script. `assets/` is
 * replaced as a whole, `site.json` last.
 */
export async function writeEdgeSite(
	contents: Contents,
	source: Folder,
	memory: Memory,
	folder: string,
	now: Date,
): Promise<EdgeSite> {
	const assets = join(folder, "assets");
	const fresh = `${assets}.writing-${process.pid}`;
	// What was not written was not published: the state learns of it at the end; of what has yet to come, not even then.
	const draft = memory.draft();
	const publish = createPublisher(draft, { digest: digestBytes });
	const preview = createPublisher(memory.draft(), { digest: digestBytes });
	try {
		await mkdir(fresh, { recursive: true });
		const site = await buildEdgeSite(
			{
				publicationAt: (instant) => (instant === now ? publish : preview)(contents, instant),
				now,
				feedsUrl: contents.site.feedsUrl,
				formerValidators: (address) => recallValidators(draft, address),
				renderManifest: () => renderSiteManifest(draft),
				formerEditions: (address) => recallEditions(draft, address),
				noteDocument: (document) => rememberDocument(draft, document),
				formerCatalog: (catalog) => recallCatalog(draft, catalog),
				noteCatalog: (catalog, validators) => rememberCatalog(draft, catalog, validators),
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
		draft.keep();
		memory.commit();
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
