import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { createApp } from "../../src/http/app.ts";
import { createDelivery, type Delivery } from "../../src/http/delivery.ts";
import { createLiveShelf, type LiveRuntime, type LiveShelf } from "../../src/http/live-shelf.ts";
import { createNewsstand } from "../../src/http/newsstand.ts";
import type { ContentCoding, Shelf } from "../../src/http/shelf.ts";
import type { Told, ToNewsroom, ToNewsstand, Wire } from "../../src/http/wire.ts";
import { digestBytes } from "../../src/node/node-runtime.ts";
import type { SiteValues } from "../../src/settings/schema.ts";
import { openSampleSite, type SampleSite } from "../publication/sample-folder.ts";
import { nodeOptions } from "./local-server.ts";

/** A sample site, a newsroom that publishes it, and a newsstand at which it is shown. */
export interface NewsstandSite {
	readonly site: SampleSite;
	readonly newsstand: Shelf;
	readonly delivery: Delivery;
	/** What the newsroom sent. */
	readonly sent: ToNewsstand[];
	/** What the newsstand sent. */
	readonly asked: ToNewsroom[];
	/** Addresses that were looked up on the newsroom's shelf. */
	readonly found: string[];
	/** The codings that were made, and where. */
	readonly coded: { readonly newsroom: string[]; readonly newsstand: string[] };
	/** Makes the newsroom's codings wait for something. */
	holdCodings(until: Promise<void>): void;
	/** What went wrong in the newsroom. */
	readonly errors: string[];
	/** Publishes the folder as it is, at an instant, and waits until it is shown. */
	publish(now: string): Promise<void>;
	/** Answers a request as though it came at the instant of the last publication. */
	ask(target: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
	/** The same request, answered by the shelf in the newsroom. */
	askNewsroom(target: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** What a publication that was sent says of each address. */
export function noticesOf(message: ToNewsstand | undefined): readonly Told[] {
	return message?.type === "publication" ? message.notices : [];
}

/** Coded bytes that show in what they are coded and of what. */
function codeVisibly(bytes: Uint8Array, coding: ContentCoding): Uint8Array<ArrayBuffer> {
	const digest = createHash("sha256").update(bytes).digest("hex");
	return new TextEncoder().encode(`${coding} of ${digest}`);
}

/** Sends copies, which arrive in their order, some time later; `log` has all of them. */
function createTube<Message>(log: Message[]): {
	send: Wire<Message, unknown>["send"];
	receive: (listener: (message: Message) => void) => void;
} {
	let hear = (_: Message): void => {};
	let last: Promise<unknown> = Promise.resolve();
	return {
		send(message, transfer = []) {
			const copy = structuredClone(message, { transfer: [...transfer] });
			log.push(copy);
			last = last.then(() => setImmediate()).then(() => hear(copy));
		},
		receive: (listener) => {
			hear = listener;
		},
	};
}

/** Opens a site over these files; `mostHeldBytes` is what the newsstand may hold. */
export function openNewsstand(
	files: Readonly<Record<string, string>>,
	settings: SiteValues = {},
	mostHeldBytes = Number.POSITIVE_INFINITY,
): NewsstandSite {
	const site = openSampleSite(files, settings);
	const [sent, asked, errors]: [ToNewsstand[], ToNewsroom[], string[]] = [[], [], []];
	const coded: { newsroom: string[]; newsstand: string[] } = { newsroom: [], newsstand: [] };
	let instant = new Date(0);
	let codingsHeld: Promise<void> = Promise.resolve();
	const onError = (error: Error) => errors.push(error.message);
	const runtime: LiveRuntime = {
		digest: digestBytes,
		compress: async (bytes, coding) => {
			await codingsHeld;
			coded.newsroom.push(coding);
			return codeVisibly(bytes, coding);
		},
		digestFile: async ({ file }) => `${file.path}-${file.version}`,
		openFile: async ({ file }) => new TextEncoder().encode(`bytes of ${file.path}`),
		mostKeptBytes: Number.POSITIVE_INFINITY,
		onError,
		pause: () => setImmediate(),
	};
	const found: string[] = [];
	const live = createLiveShelf(runtime, site.memory);
	const shelf: LiveShelf = {
		...live,
		find(address, now) {
			found.push(address);
			return live.find(address, now);
		},
	};
	const [down, up] = [createTube(sent), createTube(asked)];
	const room: Wire<ToNewsstand, ToNewsroom> = { send: down.send, receive: up.receive };
	const stand: Wire<ToNewsroom, ToNewsstand> = { send: up.send, receive: down.receive };
	const delivery = createDelivery(shelf, site.memory, room, {
		clock: () => instant,
		elapsed: () => performance.now(),
		pause: () => setImmediate(),
		locate: ({ file }) => file.path,
		onError,
	});
	const newsstand = createNewsstand(stand, {
		compress: async (bytes, coding) => {
			coded.newsstand.push(coding);
			return codeVisibly(bytes, coding);
		},
		openFile: async (location) => new TextEncoder().encode(`bytes of ${location}`),
		mostHeldBytes,
	});
	const options = nodeOptions({ clock: () => instant });
	const [app, roomApp] = [createApp(newsstand, options), createApp(shelf, options)];
	return {
		site,
		newsstand,
		delivery,
		sent,
		asked,
		found,
		coded,
		errors,
		holdCodings(until) {
			codingsHeld = until;
		},
		async publish(now) {
			instant = new Date(now);
			await delivery.publish(await site.publish(now));
			// What was sent is there after a turn of the loop for each message before it.
			for (let turn = 0; turn < 50; turn++) await setImmediate();
		},
		ask: async (target, headers = {}) =>
			app.fetch(new Request(`http://localhost${target}`, { headers })),
		askNewsroom: async (target, headers = {}) =>
			roomApp.fetch(new Request(`http://localhost${target}`, { headers })),
	};
}
