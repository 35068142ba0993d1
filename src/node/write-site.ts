import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { prepareDocument } from "../http/prepare-document.ts";
import { recallValidators, rememberDocument } from "../http/remember-validators.ts";
import type { DocumentPlan, Publication } from "../publication/document-plan.ts";
import type { Folder } from "../publication/folder.ts";
import type { Memory, StoredRecord, ValidatorsRecord } from "../publication/memory.ts";
import {
	parseManifestValidators,
	parseSiteManifest,
	renderManifestParts,
	siteManifestName,
} from "../publication/site-manifest.ts";
import { type Collision, layOutFiles } from "./lay-out-files.ts";
import { digestBytes } from "./node-runtime.ts";
import {
	type BatchPrinter,
	type FileContent,
	type OutputFolder,
	openOutputFolder,
} from "./output-folder.ts";

export interface WrittenSite {
	readonly documents: number;
	/** Of all that was written, the manifest among them. */
	readonly paths: readonly string[];
	/** Documents that were left out, since they would be one file with another, or a folder where that is a file. */
	readonly collisions: readonly Collision[];
}

/** The output folder holds something else: it is left as it is. */
export class NotOursError extends Error {}

/** What a publication is written with. */
export interface SiteWriter {
	readonly memory: Memory;
	/** The folder of articles. */
	readonly source: Pick<Folder, "readNow">;
	/** Writes files on another thread. */
	readonly print?: BatchPrinter;
	/** Told after each document; resolves when the next may be written. */
	progress(done: number, all: number): void | Promise<void>;
}

/**
 * Writes every document of a publication below a folder, for any static host. The folder is replaced as a whole, by
 * one renaming, and only if it is empty or a former build (else NotOursError). A file's time is its Last-Modified, for
 * hosts that send that. What the former build wrote already is taken over, not rendered again.
 */
export async function writeSite(
	publication: Publication,
	out: string,
	writer: SiteWriter,
): Promise<WrittenSite> {
	const former = await readFormerValidators(out);
	const temporary = `${out}.writing-${process.pid}`;
	const output = openOutputFolder(temporary, out, writer.print);
	try {
		const { files, collisions } = layOutFiles(publication.all());
		await writeDocuments(files, publication.instant, former, output, writer);
		output.writeText(siteManifestName, renderManifestParts(writer.memory));
		await output.finish();
		await replaceFolder(out, temporary);
		const paths = [...files.keys(), siteManifestName];
		return { documents: files.size, paths, collisions };
	} finally {
		await output.abandon();
		await rm(temporary, { recursive: true, force: true });
	}
}

function bytesOf(bytes: Uint8Array): FileContent {
	return { sizeInBytes: bytes.length, copyTo: (target) => target.set(bytes) };
}

async function writeDocuments(
	files: ReadonlyMap<string, DocumentPlan>,
	instant: Date,
	former: ReadonlyMap<string, ValidatorsRecord>,
	output: OutputFolder,
	{ memory, source, progress }: SiteWriter,
): Promise<void> {
	const press = { digest: digestBytes };
	let done = 0;
	for (const [file, plan] of files) {
		if (plan.kind === "file") {
			await output.write(file, bytesOf(source.readNow(plan.file.path)));
		} else {
			const recalled = recallValidators(memory, plan.address);
			const prepared = prepareDocument(plan, press, recalled, instant);
			const { sizeInBytes, validators } = prepared;
			const { lastModified: modified } = validators;
			const isWritten =
				former.get(plan.address)?.etag === validators.etag &&
				output.takeOver(file, { sizeInBytes, modified });
			if (!isWritten) await output.write(file, prepared, modified);
			rememberDocument(memory, prepared);
		}
		done += 1;
		await progress(done, files.size);
	}
}

/** What a former build remembers; nothing where the folder is empty or not there (else NotOursError). */
export async function readFormerBuild(out: string): Promise<StoredRecord[]> {
	const text = await readManifest(out);
	const records = text === undefined ? [] : parseSiteManifest(text);
	if (!records) throw new NotOursError(`${out} holds other files.`);
	return records;
}

/** What a former build's documents were written as, by address; likewise. */
async function readFormerValidators(out: string): Promise<ReadonlyMap<string, ValidatorsRecord>> {
	const text = await readManifest(out);
	const validators = text === undefined ? new Map() : parseManifestValidators(text);
	if (!validators) throw new NotOursError(`${out} holds other files.`);
	return validators;
}

/** The manifest in a folder; undefined where that is empty or not there, no text where it holds something else. */
async function readManifest(out: string): Promise<string | undefined> {
	const names = await readdir(out).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return [];
		throw error;
	});
	if (names.length === 0) return undefined;
	return await readFile(join(out, siteManifestName), "utf8").catch(() => "");
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
