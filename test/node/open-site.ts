import { createLiveShelf, type LiveShelf } from "../../src/http/live-shelf.ts";
import { createNodeRuntime, digestBytes } from "../../src/node/node-runtime.ts";
import { openFolder } from "../../src/node/open-folder.ts";
import { openState } from "../../src/node/open-state.ts";
import { writeSite } from "../../src/node/write-site.ts";
import type { Contents } from "../../src/publication/contents.ts";
import { createLibrary } from "../../src/publication/create-library.ts";
import { createPublisher } from "../../src/publication/create-publisher.ts";
import type { Publication } from "../../src/publication/document-plan.ts";
import { dumpMemory, type Memory, type StoredRecord } from "../../src/publication/memory.ts";

/** What a watcher tells of an edit: the files that came, changed or went, and whether folders did. */
export interface Touched {
	readonly paths: readonly string[];
	readonly folders: "same" | "changed";
}

/** A folder of the disk that is published step by step, with its state on the disk, as a server does it. */
export interface OpenSite {
	readonly memory: Memory;
	readonly shelf: LiveShelf;
	/** Says what changed on the disk. */
	note(touched: Touched): void;
	/** Reads the folder and publishes it. */
	publish(now: Date): Promise<Publication>;
	/** Publishes at a later instant what was read before, as when a scheduled article's time comes. */
	publishAgain(now: Date): Promise<Publication>;
	/** Resolves when nothing is under way: the state on the disk is then what the next process finds. */
	settle(): Promise<void>;
	/** Writes what was published last as `build` does, and gives it. */
	write(out: string): Promise<Publication>;
	/** Ends what is under way. */
	close(): Promise<void>;
}

/** Opens a folder with what is in its state folder, and with these records on top. Errors of documents are thrown. */
export async function openSite(
	path: string,
	stateFolder: string,
	records: readonly StoredRecord[] = [],
): Promise<OpenSite> {
	const folder = await openFolder(path);
	const state = await openState(stateFolder, folder.root);
	const { memory } = state;
	memory.restore(records);
	memory.commit();
	const library = createLibrary(
		folder,
		{
			flags: {},
			file: {},
			listenerUrl: "http://localhost:3000",
			recallAuthority: () => memory.site.get("")?.authority,
		},
		{ digest: digestBytes, index: state.index.readings },
	);
	const publisher = createPublisher(memory, { digest: digestBytes, index: state.index.facts });
	const runtime = createNodeRuntime(folder, (error) => {
		throw error;
	});
	const shelf = createLiveShelf(runtime, memory);
	let last: { contents: Contents; publication: Publication } | undefined;
	let warming: Promise<void> = Promise.resolve();

	function put(contents: Contents, now: Date): Publication {
		const publication = publisher(contents, now);
		last = { contents, publication };
		shelf.publish(publication);
		warming = shelf.warm();
		return publication;
	}

	function current(): { contents: Contents; publication: Publication } {
		if (!last) throw new Error("Nothing was published.");
		return last;
	}

	return {
		memory,
		shelf,
		note({ paths, folders }) {
			if (folders === "changed") folder.noteAnything();
			for (const path of paths) folder.noteFile(path);
		},
		publish: async (now) => put(await library.read(), now),
		publishAgain: async (now) => put(current().contents, now),
		settle: () => warming,
		async write(out) {
			const { publication } = current();
			const writer = { memory: memory.draft(), source: folder, progress() {}, written() {} };
			await writeSite(publication, out, writer);
			return publication;
		},
		async close() {
			await warming;
			state.close();
		},
	};
}

/** All that a memory knows, in one order, to compare it with another. */
export function listRecords(memory: Memory): string[] {
	return [...dumpMemory(memory)].map(({ kind, key, value }) => `${kind} ${key} ${value}`).sort();
}
