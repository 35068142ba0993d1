import { transfersOf } from "../../http/notices.ts";
import type { Wire } from "../../http/wire.ts";
import { followFolder } from "../../node/follow-folder.ts";
import { CliError } from "../cli-error.ts";
import type { Io } from "../io.ts";
import { openPlace } from "../open-place.ts";
import type { FromNewsroom, Order, ToNewsroom } from "./messages.ts";
import { type Recalled, recallServed } from "./recall-served.ts";
import { createShelfWire, type ShelfWire } from "./shelf-wire.ts";

/** What a newsroom may use of the thread that it runs in. */
export interface NewsroomThread {
	clock(): Date;
	/** From now on there are requests to be answered elsewhere, which matter more. */
	giveWay(): void;
	/** From now on that is so, and no more modules are loaded. */
	settle(): void;
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
	const shelfWire = createShelfWire(wire);
	wire.receive((message) => {
		if (message.type === "shelf") shelfWire.hear(message.message);
		else if (message.type === "order") ordered.resolve(message.order);
		else closing.resolve();
	});
	try {
		const order = await Promise.race([ordered.promise, closing.promise]);
		if (order) await publish(order, wire, shelfWire, thread, closing.promise);
		wire.send({ type: "closed" });
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
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
	shelfWire: ShelfWire,
	{ clock, giveWay, settle }: NewsroomThread,
	closing: Promise<void>,
): Promise<void> {
	const { folderPath, values, listenerUrl } = order;
	const io = ioOver(wire, order, clock);
	const place = await openPlace(folderPath, values, io);
	let noteChange = () => {};
	const watcher = values.has("no-watch")
		? undefined
		: followFolder(place.folder, {
				onChange: () => noteChange(),
				onUnwatched: () =>
					io.report(
						"broadsheet: warning The system watches no more folders, so changes show within ten seconds. On Linux, raise fs.inotify.max_user_watches.",
					),
			});
	try {
		const recalled = await recallServed(place, listenerUrl, clock());
		if (recalled) {
			tellRecalled(recalled, wire, shelfWire);
			giveWay();
		}
		// Loaded after what was served before is served again.
		const { publishPlace } = await import("./publish-place.ts");
		if (recalled) settle();
		await publishPlace({
			place,
			listenerUrl,
			io,
			shelfWire,
			recalled,
			closing,
			follow(listener) {
				noteChange = listener;
			},
			opened(opened) {
				shelfWire.open();
				wire.send({ type: "opened", ...opened });
				giveWay();
				settle();
			},
		});
	} finally {
		watcher?.close();
	}
}

/** Serves what was served before, while it is read and published again. */
function tellRecalled(
	{ told, health, basePath }: Recalled,
	wire: Wire<FromNewsroom, ToNewsroom>,
	shelfWire: ShelfWire,
): void {
	for (const one of told) shelfWire.send({ type: "ahead", told: one }, transfersOf(one.notice));
	shelfWire.send({ type: "publication", notices: [], health });
	wire.send({ type: "opened", basePath, articles: health.articles, feeds: health.feeds });
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
