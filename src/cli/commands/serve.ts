import { createApp } from "../../http/app.ts";
import { createNewsstand } from "../../http/newsstand.ts";
import { buildAppOptions } from "../../node/app-options.ts";
import { type Listener, listen } from "../../node/listen.ts";
import { newsstandRuntime } from "../../node/newsstand-runtime.ts";
import { describeSystemError } from "../../node/system-error.ts";
import { CliError } from "../cli-error.ts";
import type { Io } from "../io.ts";
import { callNewsroom } from "../newsroom/call-newsroom.ts";
import { startNewsroomThread } from "../newsroom/start-thread.ts";
import type { OptionValues } from "../parse-arguments.ts";

const defaultHost = "127.0.0.1";
const defaultPort = "3000";

/**
 * Serves the folder and follows its changes until the process is asked to end. Prints one line with the address when
 * everything is ready; faults go to standard error, each once. Requests are answered here, from finished bytes; a
 * newsroom beside does everything else (decisions/018-newsroom-thread.md).
 */
export async function serve(folderPath: string, values: OptionValues, io: Io): Promise<number> {
	const interrupted = io.interrupted();
	// The port may be known only now, and links without a `url` need it: so listen first, and answer 503 until ready.
	let answer: (request: Request) => Response | Promise<Response> = () => notReady();
	const listener = await openListener(values, (request) => answer(request));
	const { folder, output } = io;
	const order = { folderPath, folder, values, listenerUrl: linkable(listener), output };
	const newsroom = callNewsroom((io.openNewsroom ?? startNewsroomThread)(), order, io);
	const shelf = createNewsstand(newsroom.shelf, newsstandRuntime);
	try {
		const opened = await Promise.race([newsroom.opened, newsroom.failed, interrupted]);
		if (!opened) return 0;
		const app = createApp(
			shelf,
			buildAppOptions(opened.basePath, io.clock, listener.isOverloaded, (error) =>
				io.report(`broadsheet: error ${error.message}`),
			),
		);
		answer = (request) => app.fetch(request);
		io.print(`Serving ${opened.articles} articles in ${opened.feeds} feeds at ${listener.origin}`);
		await Promise.race([newsroom.failed, interrupted]);
		return 0;
	} finally {
		await Promise.all([newsroom.close(), listener.close()]);
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

function notReady(): Response {
	return new Response("Not ready yet.\n", {
		status: 503,
		headers: {
			"Content-Type": "text/plain; charset=utf-8",
			"Retry-After": "1",
			"Cache-Control": "no-store",
		},
	});
}
