import { CliError } from "../cli-error.ts";
import type { Io } from "../io.ts";
import { callNewsroom } from "../newsroom/call-newsroom.ts";
import { startNewsroom } from "../newsroom/start-newsroom.ts";
import type { OptionValues } from "../parse-arguments.ts";

const defaultHost = "127.0.0.1";
const defaultPort = "3000";

/**
 * Serves the folder and follows its changes until the process is asked to end. Prints one line with the address when
 * requests are answered; faults go to standard error, each once. Requests are answered here, from finished bytes; a
 * newsroom beside does everything else (decisions/018-newsroom-thread.md).
 */
export async function serve(folderPath: string, values: OptionValues, io: Io): Promise<number> {
	const address = readAddress(values);
	const interrupted = io.interrupted().then(() => undefined);
	const newsroom = callNewsroom((io.openNewsroom ?? startNewsroom)(), io);
	// Loaded while the newsroom loads what it needs.
	const front = import("../front.ts").then(({ openFront }) =>
		openFront(address, newsroom.shelf, io),
	);
	try {
		const { origin, open } = await front;
		const { folder, output, reports } = io;
		const listenerUrl = linkable(origin);
		newsroom.order({ folderPath, folder, values, output, reports, listenerUrl });
		const opened = await Promise.race([newsroom.opened, newsroom.failed, interrupted]);
		if (!opened) return 0;
		open(opened.basePath);
		io.print(`Serving ${opened.articles} articles in ${opened.feeds} feeds at ${origin}`);
		await Promise.race([newsroom.failed, interrupted]);
		return 0;
	} finally {
		// What is being answered may still need the newsroom.
		await front.then(
			({ close }) => close(),
			() => {},
		);
		await newsroom.close();
	}
}

/** Where to listen; port 0 is any free one. Throws USAGE. */
function readAddress(values: OptionValues): { readonly host: string; readonly port: number } {
	const port = values.get("port") ?? defaultPort;
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
		throw new CliError("USAGE", `The port must be a number from 0 to 65535, not “${port}”.`);
	return { host: values.get("host") ?? defaultHost, port: Number(port) };
}

/** An address for links: "every address of this machine" is none. */
function linkable(origin: string): string {
	return origin.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");
}
