import { setImmediate } from "node:timers/promises";
import { createDelivery } from "../../http/delivery.ts";
import { createLiveShelf, type LiveShelf } from "../../http/live-shelf.ts";
import type { ContentCoding } from "../../http/shelf.ts";
import { createLivePublication } from "../../node/live-publication.ts";
import { compressHere, createNodeRuntime } from "../../node/node-runtime.ts";
import { basePathOf } from "../../publication/addresses.ts";
import { createPublisher } from "../../publication/create-publisher.ts";
import { FileChangedError } from "../../publication/folder.ts";
import { createFaultLog } from "../fault-log.ts";
import type { Io } from "../io.ts";
import {
	type OpenedLibrary,
	openLibrary,
	refuseFaultySettings,
	warnOfMissingUrl,
} from "../open-library.ts";
import type { Place } from "../open-place.ts";
import { createProgressMeter } from "../progress-meter.ts";
import { createServedKeeper } from "./keep-served.ts";
import type { Opened } from "./messages.ts";
import type { Recalled } from "./recall-served.ts";
import type { ShelfWire } from "./shelf-wire.ts";

/** What is kept of documents that may be asked for again, in other codings or as deltas. */
const mostKeptBytes = 16 * 1024 * 1024;

/** What is to be published, and for whom. */
export interface PublishingOrder {
	readonly place: Place;
	/** Stands for the site's address where nobody names one. */
	readonly listenerUrl: string;
	readonly io: Io;
	readonly shelfWire: ShelfWire;
	/** What the newsstand was told before anything was read. */
	readonly recalled: Recalled | undefined;
	/** Resolves when nothing more is to be published. */
	readonly closing: Promise<void>;
	/** The listener is to be called when the folder has changed. */
	follow(listener: () => void): void;
	/** Told when everything is published. */
	opened(opened: Omit<Opened, "type">): void;
}

/** Publishes a place at a newsstand until it is told to close. */
export async function publishPlace(order: PublishingOrder): Promise<void> {
	const { place, io, shelfWire, recalled, listenerUrl } = order;
	const library = await openLibrary(place, listenerUrl, "serve", io);
	const { memory } = library;
	/** An article that changes while a document of it is being made is read again, and the document made after that. */
	function onError(error: unknown): void {
		if (!(error instanceof FileChangedError)) {
			const message = error instanceof Error ? error.message : String(error);
			io.report(`broadsheet: error ${message}`);
			return;
		}
		place.folder.noteFile(error.path);
		live.noteChange();
	}

	const shelf = openShelf(place, library, recalled, onError);
	const delivery = createDelivery(
		shelf,
		memory,
		shelfWire,
		{
			clock: io.clock,
			elapsed: () => performance.now(),
			pause: () => setImmediate(),
			locate: ({ file }) => place.folder.locate(file.path),
			onError,
		},
		recalled?.told,
	);
	const meter = createProgressMeter(io);
	const keeper = createServedKeeper({
		...library,
		place,
		publisher: createPublisher(memory, library.rendering),
		shelf,
		listenerUrl,
	});
	const log = createFaultLog(io);
	const live = createLivePublication(
		{
			library: { read: () => library.library.read(meter.step) },
			memory,
			delivery: {
				publish: delivery.publish,
				async warm() {
					await delivery.warm();
					await keeper.keep(delivery.held());
				},
			},
			clock: io.clock,
			publisher: keeper.publisher,
		},
		{
			published: (contents) => log(contents.faults),
			doubted: (missing, wait) =>
				io.report(
					`broadsheet: warning ${missing} published articles are missing; for ${wait / 1000} seconds nothing is withdrawn.`,
				),
			failed: onError,
		},
	);
	order.follow(live.noteChange);
	try {
		const contents = await live.publish();
		meter.end();
		refuseFaultySettings(contents, io);
		log([...contents.faults, ...warnOfMissingUrl(contents, listenerUrl)]);
		const { articles, feeds } = await shelf.health();
		order.opened({ basePath: basePathOf(contents.site.feedsUrl), articles, feeds });
		await order.closing;
	} finally {
		delivery.close();
		await live.close();
		await keeper.close(delivery.held());
		await library.close();
	}
}

function openShelf(
	{ folder }: Place,
	{ memory }: OpenedLibrary,
	recalled: Recalled | undefined,
	onError: (error: Error) => void,
): LiveShelf {
	// Here nobody waits for this thread, and the pool's threads would take time from the one that answers.
	const compress = async (bytes: Uint8Array, coding: ContentCoding) => compressHere(bytes, coding);
	// What is delivered is kept at the newsstand.
	const runtime = { ...createNodeRuntime(folder, onError), compress, mostKeptBytes };
	return createLiveShelf(runtime, memory, recalled?.documents);
}
