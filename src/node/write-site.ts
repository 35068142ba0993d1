import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { prepareDocument } from "../http/prepare-document.ts";
import { recallValidators, rememberDocument } from "../http/remember-validators.ts";
import type { DocumentPlan, Publication } from "../publication/document-plan.ts";
import type { Folder } from "../publication/folder.ts";
import type { Memory, StoredRecord, ValidatorsRecord } from "../publication/memory.ts";
import {
	parseManifestFiles,
	parseManifestValidators,
	parseSiteManifest,
	renderManifestParts,
	siteManifestName,
} from "../publication/site-manifest.ts";
import { findOthers, linkOthers, TakenError } from "./keep-others.ts";
import { type Collision, layOutFiles, plainFile } from "./lay-out-files.ts";
import { digestBytes } from "./node-runtime.ts";
import {
	type BatchPrinter,
	type FileContent,
	type OutputFolder,
	openOutputFolder,
} from "./output-folder.ts";
import { freshFolder, replaceFolder, writingMark } from "./replace-folder.ts";

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
	/** Told when everything is written, before it takes the place of the former build. */
	written(): void;
}

/**
 * Writes every document of a publication below a folder, for any static host. The folder is replaced as a whole, by
 * one renaming, and only if it is empty or a former build (else NotOursError). A file's time is its Last-Modified, for
 * hosts that send that. What the former build wrote already is taken over, not rendered again. What somebody else put
 * there is kept (a NotOursError where a document is to stand in its place).
 */
export async function writeSite(
	publication: Publication,
	out: string,
	writer: SiteWriter,
): Promise<WrittenSite> {
	const former = await readFormer(out);
	const temporary = freshFolder(out);
	const output = openOutputFolder(temporary, out, writer.print);
	try {
		output.writeText(writingMark, []);
		const { files, collisions } = layOutFiles(publication.all());
		await writeDocuments(files, publication.instant, former.validators, output, writer);
		const untold = [...files].flatMap(([file, { address, kind }]) =>
			kind === "file" || file !== plainFile(address) ? file : [],
		);
		output.writeText(siteManifestName, renderManifestParts(writer.memory, untold));
		await output.finish();
		keepOthers(out, temporary, former, files.keys());
		writer.written();
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

/** What a former build left. */
interface FormerSite {
	/** What its documents were written as, by address. */
	readonly validators: ReadonlyMap<string, ValidatorsRecord>;
	/** What it wrote; nothing where the folder is empty or not there. */
	readonly files: ReadonlySet<string>;
	/** Whether `files` are all of them. */
	readonly isTold: boolean;
}

/** What a former build left, likewise. */
async function readFormer(out: string): Promise<FormerSite> {
	const text = await readManifest(out);
	if (text === undefined) return { validators: new Map(), files: new Set(), isTold: true };
	const validators = parseManifestValidators(text);
	if (!validators) throw new NotOursError(`${out} holds other files.`);
	const untold = parseManifestFiles(text);
	const files = [...[...validators.keys()].map(plainFile), ...(untold ?? [])];
	return {
		validators,
		files: new Set([...files, `/${siteManifestName}`]),
		isTold: untold !== undefined,
	};
}

/** Keeps what the former build did not write. Where it does not tell, it wrote whatever is written now. */
function keepOthers(
	out: string,
	fresh: string,
	{ files: told, isTold }: FormerSite,
	written: Iterable<string>,
): void {
	if (told.size === 0) return;
	const files = isTold ? told : new Set([...told, ...written]);
	try {
		linkOthers(out, fresh, findOthers(out, files));
	} catch (error) {
		if (!(error instanceof TakenError)) throw error;
		const taken = join(out, error.path);
		throw new NotOursError(`Broadsheet did not write ${taken}, and a document is to stand there.`);
	}
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
