import { digestBytes } from "../../src/node/node-runtime.ts";
import type { Contents } from "../../src/publication/contents.ts";
import { createLibrary, type Library } from "../../src/publication/create-library.ts";
import { createPublisher, type Publisher } from "../../src/publication/create-publisher.ts";
import {
	type DocumentPlan,
	type Publication,
	readDocument,
} from "../../src/publication/document-plan.ts";
import type { Folder } from "../../src/publication/folder.ts";
import { createShortMemory, type Memory } from "../../src/publication/memory.ts";
import type { SiteValues } from "../../src/settings/schema.ts";

/** A folder of articles that a test writes, and counts of what was asked of it. */
export interface SampleFolder extends Folder {
	write(path: string, text: string): void;
	remove(path: string): void;
	move(from: string, to: string): void;
	/** How often a file's bytes were read. */
	readonly reads: string[];
}

/** A folder with these files, by path. */
export function createSampleFolder(files: Readonly<Record<string, string>>): SampleFolder {
	const texts = new Map(
		Object.entries(files).map(([path, text]) => [path, { text, version: "1" }]),
	);
	const reads: string[] = [];
	let edits = 1;
	function readNow(path: string): Uint8Array<ArrayBuffer> {
		reads.push(path);
		return new Uint8Array(Buffer.from(texts.get(path)?.text ?? ""));
	}
	const write = (path: string, text: string) => {
		edits += 1;
		texts.set(path, { text, version: String(edits) });
	};
	return {
		reads,
		write,
		remove: (path) => texts.delete(path),
		move(from, to) {
			write(to, texts.get(from)?.text ?? "");
			texts.delete(from);
		},
		list: async () => ({
			files: [...texts].map(([path, { text, version }]) => ({
				path,
				version,
				sizeInBytes: Buffer.byteLength(text),
			})),
			emptyFolders: [],
			unlisted: [],
			faults: [],
		}),
		read: async (path) => readNow(path),
		readNow,
	};
}

/** A site over a sample folder, as a command would publish it. */
export interface SampleSite {
	readonly folder: SampleFolder;
	readonly memory: Memory;
	/** Reads the folder. */
	read(): Promise<Contents>;
	/** Reads the folder and publishes it at an instant. */
	publish(now: string): Promise<Publication>;
}

/** Opens a site with the address https://example.org, unless `settings` name another. */
export function openSampleSite(
	files: Readonly<Record<string, string>>,
	settings: SiteValues = {},
	memory: Memory = createShortMemory(),
): SampleSite {
	const folder = createSampleFolder(files);
	const library: Library = createLibrary(
		folder,
		{
			flags: {},
			file: { url: "https://example.org", ...settings },
			listenerUrl: "http://localhost:3000",
			recallAuthority: () => memory.site.get("")?.authority,
		},
		{ digest: digestBytes },
	);
	const publisher: Publisher = createPublisher(memory, { digest: digestBytes });
	return {
		folder,
		memory,
		read: () => library.read(),
		publish: async (now) => publisher(await library.read(), new Date(now)),
	};
}

/** The text of the document at an address; fails where there is none. */
export function textAt(publication: Publication, address: string): string {
	const plan: DocumentPlan | undefined = publication.find(address);
	if (!plan || plan.kind === "file") throw new Error(`There is no document at ${address}.`);
	return Buffer.from(readDocument(plan.render())).toString();
}

/** An article with these lines of front matter. */
export function article(title: string, date: string, ...more: readonly string[]): string {
	return [
		"---",
		`title: ${title}`,
		`date: ${date}`,
		...more,
		"---",
		"",
		`Text of ${title}.`,
		"",
	].join("\n");
}
