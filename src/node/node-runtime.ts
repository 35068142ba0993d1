import { createHash, hash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import {
	type BrotliOptions,
	brotliCompress,
	brotliCompressSync,
	constants,
	gzip,
	gzipSync,
	type ZlibOptions,
	type ZstdOptions,
	zstdCompress,
	zstdCompressSync,
} from "node:zlib";
import type { LiveRuntime } from "../http/live-shelf.ts";
import type { ContentCoding } from "../http/shelf.ts";
import type { FilePlan } from "../publication/document-plan.ts";
import { FileChangedError } from "../publication/folder.ts";
import { openFile } from "./open-file.ts";
import type { DiskFolder } from "./open-folder.ts";

/** Characters of a hash that stand in an entity tag: 132 bits, which no two documents share by chance. */
const digestLength = 22;

const brotliOptions = (bytes: Uint8Array): BrotliOptions => ({
	params: {
		[constants.BROTLI_PARAM_QUALITY]: 6,
		[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
		[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
	},
});

// Level 12 is as small as brotli's 6 for a large feed, and its window is 4 MB: RFC 9659 allows 8 to clients.
const zstdOptions = (bytes: Uint8Array): ZstdOptions => ({
	params: { [constants.ZSTD_c_compressionLevel]: 12 },
	pledgedSrcSize: bytes.length,
});

// Level 9 takes 1.4 times as long for 0.3 % less, and the newsroom compresses whatever changed before it is shown.
const gzipOptions: ZlibOptions = { level: 7 };

// zlib writes no time and no file name into gzip's header, so the bytes are the same each time (requirement 34).
const compressors: Readonly<Record<ContentCoding, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
	br: (bytes) => promisify(brotliCompress)(bytes, brotliOptions(bytes)),
	zstd: (bytes) => promisify(zstdCompress)(bytes, zstdOptions(bytes)),
	gzip: (bytes) => promisify(gzip)(bytes, gzipOptions),
};

const syncCompressors: Readonly<Record<ContentCoding, (bytes: Uint8Array) => Uint8Array>> = {
	br: (bytes) => brotliCompressSync(bytes, brotliOptions(bytes)),
	zstd: (bytes) => zstdCompressSync(bytes, zstdOptions(bytes)),
	gzip: (bytes) => gzipSync(bytes, gzipOptions),
};

/** Some thousand feeds of a usual size. */
const mostKeptBytes = 128 * 1024 * 1024;

/** What Node lends for preparing and serving documents. Files are read from the folder. */
export function createNodeRuntime(
	folder: DiskFolder,
	onError: (error: Error) => void,
): LiveRuntime {
	/** By the file's path: of the version that was asked for last. */
	const digests = new Map<string, { readonly version: string; readonly digest: Promise<string> }>();

	async function open({ file }: FilePlan): Promise<ReadableStream<Uint8Array>> {
		const diskPath = folder.locate(file.path);
		if (diskPath === undefined) throw new FileChangedError(file.path);
		return await openFile(diskPath, file);
	}

	async function digestStream(plan: FilePlan): Promise<string> {
		const digest = createHash("sha256");
		for await (const chunk of await open(plan)) digest.update(chunk);
		return digest.digest("base64url").slice(0, digestLength);
	}

	return {
		digest: digestBytes,
		compress,
		openFile: open,
		digestFile(plan) {
			const { path, version } = plan.file;
			const known = digests.get(path);
			if (known?.version === version) return known.digest;
			const digest = digestStream(plan);
			digests.set(path, { version, digest });
			digest.catch(() => {
				if (digests.get(path)?.digest === digest) digests.delete(path);
			});
			return digest;
		},
		mostKeptBytes,
		pause: () => setImmediate(),
		onError,
	};
}

/** SHA-256 of bytes, or of a text in UTF-8; shortened, in characters that may stand in an entity tag. */
export function digestBytes(content: Uint8Array | string): string {
	return hash("sha256", content, "base64url").slice(0, digestLength);
}

/** A document in a content coding: the same bytes whenever it is done. */
export async function compress(
	bytes: Uint8Array,
	coding: ContentCoding,
): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await compressors[coding](bytes));
}

/** The same bytes as by `compress`, made in this thread: where there is nobody to wait for it, that costs less. */
export function compressHere(bytes: Uint8Array, coding: ContentCoding): Uint8Array<ArrayBuffer> {
	return new Uint8Array(syncCompressors[coding](bytes));
}
