import { createApp } from "../http/app.ts";
import { createNewsstand } from "../http/newsstand.ts";
import type { Shelf } from "../http/shelf.ts";
import type { ToNewsroom, ToNewsstand, Wire } from "../http/wire.ts";
import { buildAppOptions } from "../node/app-options.ts";
import { defaultLimits, listen } from "../node/listen.ts";
import { newsstandRuntime } from "../node/newsstand-runtime.ts";
import { createRepeats } from "../node/plain/repeats.ts";
import { describeSystemError } from "../node/system-error.ts";
import { CliError } from "./cli-error.ts";
import type { Io } from "./io.ts";

/** Where requests are answered. */
export interface Front {
	/** `http://127.0.0.1:3000` */
	readonly origin: string;
	/** Answers requests from now on, with what the newsroom publishes; until then they are told to come back. */
	open(basePath: string): void;
	/** Answers what was asked, and nothing new. */
	close(): Promise<void>;
}

/** Listens for requests, which are answered from what comes along the wire. Throws LISTEN_FAILED. */
export async function openFront(
	{ host, port }: { readonly host: string; readonly port: number },
	newsroom: Wire<ToNewsroom, ToNewsstand>,
	io: Io,
): Promise<Front> {
	// The port may be known only now, and links without a `url` need it: so listen first, and answer 503 until ready.
	const onError = (error: Error) => io.report(`broadsheet: error ${error.message}`);
	let app = createApp(
		emptyShelf,
		buildAppOptions("", io.clock, () => false, onError),
	);
	const repeats = createRepeats(io.clock);
	const listener = await listen(
		(request, env) => app.fetch(request, env),
		{ host, port },
		defaultLimits,
		repeats,
	).catch((error: unknown) => {
		throw new CliError("LISTEN_FAILED", `${host}:${port}: ${describeSystemError(error)}`);
	});
	const heard: typeof newsroom = {
		...newsroom,
		receive: (listener) =>
			newsroom.receive((message) => {
				// What answers a question changes nothing that has been told.
				if (message.type === "publication" || message.type === "ahead") repeats.forget();
				listener(message);
			}),
	};
	const shelf = createNewsstand(heard, newsstandRuntime);
	return {
		origin: listener.origin,
		open(basePath) {
			repeats.forget();
			app = createApp(shelf, buildAppOptions(basePath, io.clock, listener.isOverloaded, onError));
		},
		close: listener.close,
	};
}

/** What is served while the articles are being read: every address answers 503, `/healthz` too. */
const emptyShelf: Shelf = {
	find: () => undefined,
	read: () => new Uint8Array(),
	health: () => ({ ready: false, articles: 0, feeds: 0, documents: 0 }),
};
