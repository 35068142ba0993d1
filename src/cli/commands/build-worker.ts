import { resolve } from "node:path";
import { writeEdgeSite } from "../../node/write-edge-site.ts";
import { isEmptyMemory } from "../../publication/memory.ts";
import { createFaultLog } from "../fault-log.ts";
import type { Io } from "../io.ts";
import { openLibrary, refuseFaultySettings, warnOfMissingUrl } from "../open-library.ts";
import { openPlace } from "../open-place.ts";
import { defaultState } from "../options.ts";
import type { OptionValues } from "../parse-arguments.ts";
import { recallSite } from "../recall-site.ts";

/** Prepares the folder for the Worker, in `worker/` of the state folder: the build step of `wrangler`. */
export async function buildWorker(
	folderPath: string,
	values: OptionValues,
	io: Io,
): Promise<number> {
	// Where the site's address is not known, that of the local Worker stands for it.
	const standIn = io.env.BROADSHEET_LISTENER ?? "http://localhost";
	const { folder, library, memory, close } = await openLibrary(
		await openPlace(folderPath, values, io),
		standIn,
		"publish",
		io,
	);
	const contents = await library.read();
	refuseFaultySettings(contents, io);
	createFaultLog(io)([...contents.faults, ...warnOfMissingUrl(contents, standIn)]);
	const out = resolve(io.folder, values.get("state") ?? defaultState, "worker");
	if (isEmptyMemory(memory)) await recallSite(memory, contents.site, out, io);
	const site = await writeEdgeSite(contents, folder, memory, out, io.clock());
	await close();
	io.print(`Prepared ${site.articles} articles in ${site.feeds} feeds for the Worker`);
	return 0;
}
