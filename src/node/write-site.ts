import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { prepareDocument } from "../http/prepare-document.ts";
import type { Publication, TextPlan } from "../publication/document-plan.ts";
import type { Folder } from "../publication/folder.ts";
import {
	parseSiteManifest,
	renderSiteManifest,
	type SiteManifest,
	siteManifestName,
} from "../publication/site-manifest.ts";
import { digestBytes } from "./node-runtime.ts";

export interface WrittenSite {
	readonly documents: number;
}

/** The output folder holds something else: it is left as it is. */
export class NotOursError extends Error {}

/**
 * Writes every document of a publication below a folder, for any static host. The folder is replaced as a whole, by
 * one renaming, and only if it is empty or a former build (else NotOursError). A file's time is its Last-Modified, for
 * hosts that send that; validators go on from the former build.
 */
export async function writeSite(
	publication: Publication,
	source: Folder,
	out: string,
	progress: (done: number, all: number) => void,
): Promise<WrittenSite> {
	const former = await readFormerBuild(out);
	const temporary = `${out}.writing-${process.pid}`;
	try {
		const documents = await writeDocuments(publication, source, temporary, former, progress);
		await replaceFolder(out, temporary);
		return { documents };
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}

async function writeDocuments(
	publication: Publication,
	source: Folder,
	folder: string,
	former: SiteManifest["documents"],
	progress: (done: number, all: number) => void,
): Promise<number> {
	const plans = [...publication.documents.values()];
	const files = publication.files.all();
	const manifest: SiteManifest["documents"] = {};
	for (const [index, plan] of plans.entries()) {
		const press = { digest: digestBytes };
		const { bytes, validators } = prepareDocument(
			plan,
			press,
			former[plan.address],
			publication.instant,
		);
		manifest[plan.address] = validators;
		await writeInside(folder, fileOf(plan), bytes, validators.lastModified);
		progress(index + 1, plans.length + files.length);
	}
	for (const [index, plan] of files.entries()) {
		await writeInside(folder, plan.address, await source.read(plan.file.path), undefined);
		progress(plans.length + index + 1, plans.length + files.length);
	}
	await writeInside(folder, siteManifestName, renderSiteManifest(manifest), undefined);
	return plans.length + files.length;
}

/** The file that static hosts serve at an address. */
function fileOf({ address, kind }: TextPlan): string {
	if (address.endsWith("/")) return `${address}index.html`;
	return kind === "page" && !/\.html?$/.test(address) ? `${address}.html` : address;
}

async function writeInside(
	folder: string,
	path: string,
	content: string | Uint8Array,
	modified: Date | undefined,
): Promise<void> {
	const target = join(folder, path);
	// `join` takes dot segments out: an address that holds some must not lead elsewhere.
	if (!target.startsWith(folder + sep)) throw new Error(`${path} leads out of the output folder`);
	await mkdir(dirname(target), { recursive: true });
	await writeFile(target, content);
	if (modified) await utimes(target, modified, modified);
}

async function readFormerBuild(out: string): Promise<SiteManifest["documents"]> {
	const names = await readdir(out).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return [];
		throw error;
	});
	if (names.length === 0) return {};
	const text = await readFile(join(out, siteManifestName), "utf8").catch(() => "");
	const manifest = parseSiteManifest(text);
	if (!manifest) throw new NotOursError(`${out} holds other files.`);
	return manifest.documents;
}

/** Puts a folder in another's place; whoever looks sees the one or the other, never half of one. */
async function replaceFolder(out: string, fresh: string): Promise<void> {
	const old = `${out}.replaced-${process.pid}`;
	await mkdir(dirname(out), { recursive: true });
	await rename(out, old).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== "ENOENT") throw error;
	});
	await rename(fresh, out);
	await rm(old, { recursive: true, force: true });
}
