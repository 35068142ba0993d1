import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { prepareDocument, readBytes } from "../http/prepare-document.ts";
import { recallValidators, rememberDocument } from "../http/remember-validators.ts";
import type { DocumentPlan, Publication } from "../publication/document-plan.ts";
import type { Folder } from "../publication/folder.ts";
import type { Memory, StoredRecord } from "../publication/memory.ts";
import {
	parseSiteManifest,
	renderSiteManifest,
	siteManifestName,
} from "../publication/site-manifest.ts";
import { type Collision, layOutFiles } from "./lay-out-files.ts";
import { digestBytes } from "./node-runtime.ts";

export interface WrittenSite {
	readonly documents: number;
	/** Documents that were left out, since they would be one file with another, or a folder where that is a file. */
	readonly collisions: readonly Collision[];
}

/** The output folder holds something else: it is left as it is. */
export class NotOursError extends Error {}

/**
 * Writes every document of a publication below a folder, for any static host. The folder is replaced as a whole, by
 * one renaming, and only if it is empty or a former build (else NotOursError). A file's time is its Last-Modified, for
 * hosts that send that.
 */
export async function writeSite(
	publication: Publication,
	memory: Memory,
	source: Folder,
	out: string,
	progress: (done: number, all: number) => void,
): Promise<WrittenSite> {
	await readFormerBuild(out);
	const temporary = `${out}.writing-${process.pid}`;
	try {
		const { files, collisions } = layOutFiles(publication.all());
		await writeDocuments(files, publication.instant, memory, source, temporary, progress);
		await replaceFolder(out, temporary);
		return { documents: files.size, collisions };
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}

async function writeDocuments(
	files: ReadonlyMap<string, DocumentPlan>,
	instant: Date,
	memory: Memory,
	source: Folder,
	folder: string,
	progress: (done: number, all: number) => void,
): Promise<void> {
	let done = 0;
	for (const [file, plan] of files) {
		if (plan.kind === "file") {
			await writeInside(folder, file, await source.read(plan.file.path), undefined);
		} else {
			const former = recallValidators(memory, plan.address);
			const press = { digest: digestBytes };
			const prepared = prepareDocument(plan, press, former, instant);
			const { validators } = prepared;
			rememberDocument(memory, prepared);
			await writeInside(folder, file, readBytes(prepared), validators.lastModified);
		}
		done += 1;
		progress(done, files.size);
	}
	await writeInside(folder, siteManifestName, renderSiteManifest(memory), undefined);
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

/** What a former build in a folder remembers; nothing where the folder is empty or not there (else NotOursError). */
export async function readFormerBuild(out: string): Promise<StoredRecord[]> {
	const names = await readdir(out).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return [];
		throw error;
	});
	if (names.length === 0) return [];
	const text = await readFile(join(out, siteManifestName), "utf8").catch(() => "");
	const records = parseSiteManifest(text);
	if (!records) throw new NotOursError(`${out} holds other files.`);
	return records;
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
