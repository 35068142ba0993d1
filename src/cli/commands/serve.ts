import { createApp } from "../../http/app.ts";
import { createLiveShelf } from "../../http/live-shelf.ts";
import type { Shelf } from "../../http/shelf.ts";
import { buildAppOptions } from "../../node/app-options.ts";
import { followFolder } from "../../node/follow-folder.ts";
import { type Listener, listen } from "../../node/listen.ts";
import { createLivePublication } from "../../node/live-publication.ts";
import { createNodeRuntime } from "../../node/node-runtime.ts";
import { describeSystemError } from "../../node/system-error.ts";
import { basePathOf } from "../../publication/addresses.ts";
import { createPublisher } from "../../publication/create-publisher.ts";
import { CliError } from "../cli-error.ts";
import { createFaultLog } from "../fault-log.ts";
import type { Io } from "../io.ts";
import { openLibrary, refuseFaultySettings, warnOfMissingUrl } from "../open-library.ts";
import type { OptionValues } from "../parse-arguments.ts";
import { createProgressMeter } from "../progress-meter.ts";

const defaultHost = "127.0.0.1";
const defaultPort = "3000";

/**
 * Serves the folder and follows its changes until the process is asked to end. Prints one line with the address when
 * everything is ready; faults go to standard error, each once.
 */
export async function serve(folderPath: string, values: OptionValues, io: Io): Promise<number> {
	const onError = (error: unknown) => io.report(`broadsheet: error ${describe(error)}`);
	const interrupted = io.interrupted();
	// The port may be known only now, and links without a `url` need it: so listen first, and answer 503 until ready.
	let app = createApp(
		emptyShelf,
		buildAppOptions("", io.clock, () => false, onError),
	);
	const listener = await openListener(values, (request) => app.fetch(request));
	try {
		const { folder, library, memory, rendering, close } = await openLibrary(
			folderPath,
			values,
			linkable(listener),
			"publish",
			io,
		);
		const shelf = createLiveShelf(createNodeRuntime(folder, onError), memory);
		const log = createFaultLog(io);
		const meter = createProgressMeter(io);
		const watched = { read: () => library.read(meter.step) };
		const live = createLivePublication(
			{
				library: watched,
				memory,
				shelf,
				clock: io.clock,
				publisher: createPublisher(memory, rendering),
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
		await watcher?.ready;

		const contents = await live.publish();
		meter.end();
		refuseFaultySettings(contents, io);
		log([...contents.faults, ...warnOfMissingUrl(contents, linkable(listener))]);
		app = createApp(
			shelf,
			buildAppOptions(basePathOf(contents.site.feedsUrl), io.clock, listener.isOverloaded, onError),
		);
		const { articles, feeds } = await shelf.health();
		io.print(`Serving ${articles} articles in ${feeds} feeds at ${listener.origin}`);

		await interrupted;
		live.close();
		await watcher?.close();
		await close();
		return 0;
	} finally {
		await listener.close();
	}
}

async function openListener(
	values: OptionValues,
	answer: (request: Request) => Response | Promise<Response>,
): Promise<Listener> {
	const port = values.get("port") ?? defaultPort;
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
		throw new CliError("USAGE", `The port must be a number from 0 to 65535, not “${port}”.`);
	const host = values.get("host") ?? defaultHost;
	return await listen(answer, { host, port: Number(port) }).catch((error: unknown) => {
		throw new CliError("LISTEN_FAILED", `${host}:${port}: ${describeSystemError(error)}`);
	});
}

/** An address for links: "every address of this machine" is none. */
function linkable({ origin }: Listener): string {
	return origin.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");
}

/** What is served while the articles are being read: every address answers 503, `/healthz` too. */
const emptyShelf: Shelf = {
	find: () => undefined,
	read: () => new Uint8Array(),
	health: () => ({ ready: false, articles: 0, feeds: 0, documents: 0 }),
};

function describe(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
