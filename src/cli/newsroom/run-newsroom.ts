import { setImmediate } from "node:timers/promises";
import { createDelivery } from "../../http/delivery.ts";
import { createLiveShelf } from "../../http/live-shelf.ts";
import type { ContentCoding } from "../../http/shelf.ts";
import type { ToNewsstand, ToNewsroom as ToShelf, Wire } from "../../http/wire.ts";
import { followFolder } from "../../node/follow-folder.ts";
import { createLivePublication } from "../../node/live-publication.ts";
import { compressHere, createNodeRuntime } from "../../node/node-runtime.ts";
import type { DiskFolder } from "../../node/open-folder.ts";
import { basePathOf } from "../../publication/addresses.ts";
import { ArticleChangedError } from "../../publication/contents.ts";
import { createPublisher } from "../../publication/create-publisher.ts";
import type { Memory } from "../../publication/memory.ts";
import { CliError } from "../cli-error.ts";
import { createFaultLog } from "../fault-log.ts";
import type { Io } from "../io.ts";
import { openLibrary, openPlace, refuseFaultySettings, warnOfMissingUrl } from "../open-library.ts";
import { createProgressMeter } from "../progress-meter.ts";
import type { FromNewsroom, Order, ToNewsroom } from "./messages.ts";

/** What is kept of documents that may be asked for again, in other codings or as deltas. */
const mostKeptBytes = 16 * 1024 * 1024;

/** What a newsroom may use of the thread that it runs in. */
export interface NewsroomThread {
	clock(): Date;
	/** From now on there are requests to be answered elsewhere, which matter more. */
	giveWay(): void;
}

/**
 * A newsroom: opens the folder that it is ordered to publish, publishes it at a newsstand at the other end of the wire,
 * and follows its changes until it is told to close. Whatever stops it is told, too; it never rejects.
 */
export async function runNewsroom(
	wire: Wire<FromNewsroom, ToNewsroom>,
	thread: NewsroomThread,
): Promise<void> {
	const ordered = Promise.withResolvers<Order>();
	const closing = Promise.withResolvers<void>();
	let hear: (message: ToShelf) => void = () => {};
	wire.receive((message) => {
		if (message.type === "shelf") hear(message.message);
		else if (message.type === "order") ordered.resolve(message.order);
		else closing.resolve();
	});
	const shelfWire: Wire<ToNewsstand, ToShelf> = {
		send: (message, transfer) => wire.send({ type: "shelf", message }, transfer),
		receive: (listener) => {
			hear = listener;
		},
	};
	try {
		const order = await Promise.race([ordered.promise, closing.promise]);
		if (order) await publish(order, wire, shelfWire, thread, closing.promise);
		wire.send({ type: "closed" });
	} catch (error) {
		const message = describe(error);
		wire.send({
			type: "failed",
			code: error instanceof CliError ? error.code : undefined,
			message,
		});
	}
}

async function publish(
	order: Order,
	wire: Wire<FromNewsroom, ToNewsroom>,
	shelfWire: Wire<ToNewsstand, ToShelf>,
	{ clock, giveWay }: NewsroomThread,
	closing: Promise<void>,
): Promise<void> {
	const io = ioOver(wire, order, clock);
	/** An article that changes while a document of it is being made is read again, and the document made after that. */
	function onError(error: unknown): void {
		if (!(error instanceof ArticleChangedError)) {
			io.report(`broadsheet: error ${describe(error)}`);
			return;
		}
		folder.noteFile(error.path);
		live.noteChange();
	}

	const { folderPath, values, listenerUrl } = order;
	const place = await openPlace(folderPath, values, io);
	const library = await openLibrary(place, listenerUrl, "publish", io);
	const { folder, memory } = library;
	// Here nobody waits for this thread, and the pool's threads would take time from the one that answers.
	const compress = async (bytes: Uint8Array, coding: ContentCoding) => compressHere(bytes, coding);
	// What is delivered is kept at the newsstand.
	const runtime = { ...createNodeRuntime(folder, onError), compress, mostKeptBytes };
	const shelf = createLiveShelf(runtime, memory);
	const delivery = openDelivery(shelf, memory, folder, shelfWire, clock, onError);
	const log = createFaultLog(io);
	const meter = createProgressMeter(io);
	const live = createLivePublication(
		{
			library: { read: () => library.library.read(meter.step) },
			memory,
			delivery,
			clock,
			publisher: createPublisher(memory, library.rendering),
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
	const watcher = values.has("no-watch") ? undefined : followFolder(folder, live.noteChange);
	try {
		const contents = await live.publish();
		meter.end();
		refuseFaultySettings(contents, io);
		log([...contents.faults, ...warnOfMissingUrl(contents, listenerUrl)]);
		const { articles, feeds } = await shelf.health();
		wire.send({ type: "opened", basePath: basePathOf(contents.site.feedsUrl), articles, feeds });
		giveWay();
		await closing;
	} finally {
		watcher?.close();
		delivery.close();
		await live.close();
		await library.close();
	}
}

function openDelivery(
	shelf: ReturnType<typeof createLiveShelf>,
	memory: Memory,
	folder: DiskFolder,
	wire: Wire<ToNewsstand, ToShelf>,
	clock: () => Date,
	onError: (error: Error) => void,
): ReturnType<typeof createDelivery> {
	return createDelivery(shelf, memory, wire, {
		clock,
		elapsed: () => performance.now(),
		pause: () => setImmediate(),
		locate: ({ file }) => folder.locate(file.path),
		onError,
	});
}

/** What the process that ordered lends to a command, from here. */
function ioOver(
	wire: Wire<FromNewsroom, ToNewsroom>,
	{ folder, output, reports }: Order,
	clock: () => Date,
): Io {
	return {
		env: {},
		folder,
		output,
		reports,
		clock,
		fetch,
		print: (line) => wire.send({ type: "print", line }),
		report: (line) => wire.send({ type: "report", line }),
		progress: (line) => wire.send({ type: "progress", line }),
		interrupted: () => new Promise(() => {}),
	};
}

function describe(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
