import { relative, resolve, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { renderFault } from "../../faults/fault.ts";
import { isHidden } from "../../node/list-folder.ts";
import { recoverFolder } from "../../node/replace-folder.ts";
import { describeSystemError } from "../../node/system-error.ts";
import { SpoolError } from "../../node/workshop/spool.ts";
import { NotOursError, type WrittenSite, writeSite } from "../../node/write-site.ts";
import type { Contents } from "../../publication/contents.ts";
import type { Library } from "../../publication/create-library.ts";
import { createPublisher } from "../../publication/create-publisher.ts";
import type { Publication } from "../../publication/document-plan.ts";
import { FileChangedError } from "../../publication/folder.ts";
import { isEmptyMemory } from "../../publication/memory.ts";
import { CliError } from "../cli-error.ts";
import type { Io } from "../io.ts";
import { noteBuild, recallBuild } from "../last-build.ts";
import { openLibrary, refuseFaultySettings, warnOfMissingUrl } from "../open-library.ts";
import { openPlace } from "../open-place.ts";
import type { OptionValues } from "../parse-arguments.ts";
import { createProgressMeter } from "../progress-meter.ts";
import { recallSite } from "../recall-site.ts";

/** How long documents are written before a signal is looked for, in milliseconds. */
const workingTime = 50;
/** Stands for the address of a site that names none. */
const nowhere = "http://localhost";

/**
 * Writes every document of the folder below `--out`; a former build there is replaced as a whole, at the end, so that
 * an interrupted command changes nothing.
 */
export async function build(folderPath: string, values: OptionValues, io: Io): Promise<number> {
	const out = values.get("out");
	if (!out) throw new CliError("USAGE", "`build` needs --out DIR.");
	const place = await openPlace(folderPath, values, io);
	const { folder, stateFolder } = place;
	const outPath = resolve(io.folder, out);
	if (isReadAsArticles(relative(folder.root, outPath)))
		throw new CliError("OUT_INSIDE", `${out} would be read as articles by the next command.`);
	recoverFolder(outPath);
	const former = await recallBuild(place, outPath, io.clock());
	if (former) {
		for (const line of former.reported) io.report(line);
		io.print(former.printed);
		return former.code;
	}
	const listing = await folder.list();
	const opened = await openLibrary(place, nowhere, "build", io);
	const { library, memory, rendering, print, close } = opened;
	const meter = createProgressMeter(io);
	const contents = await library.read(meter.step);
	refuseFaultySettings(contents, io);
	const faults = [...contents.faults, ...warnOfMissingUrl(contents, nowhere)];
	const reported = [...new Set(faults.map(renderFault))];
	for (const line of reported) io.report(line);
	if (isEmptyMemory(memory)) await recallSite(memory, contents.site, outPath, io);
	let isInterrupted = false;
	void io.interrupted().then(() => {
		isInterrupted = true;
	});
	const instant = io.clock();
	let pausedAt = performance.now();

	function unwritableState(error: unknown): CliError {
		return new CliError("STATE_UNWRITABLE", `${stateFolder}: ${describeSystemError(error)}`);
	}

	async function write(from: Contents): Promise<Built> {
		// What was not written was not published: the state learns of it when everything is.
		const draft = memory.draft();
		const publication = createPublisher(draft, rendering)(from, instant);
		await publication.prepare(meter.step);
		const written = await writeSite(publication, outPath, {
			memory: draft,
			source: folder,
			...(print && { print }),
			written() {
				// Who is killed from now on has given ids away, but shown nothing under others.
				draft.keep();
				try {
					memory.commit();
				} catch (error) {
					throw unwritableState(error);
				}
			},
			async progress(done, all) {
				if (isInterrupted) throw new CliError("INTERRUPTED", "Nothing was changed.");
				meter.step({ name: "wrote", done, all });
				if (performance.now() - pausedAt < workingTime) return;
				await setImmediate();
				pausedAt = performance.now();
			},
		});
		return { publication, written };
	}

	const { publication, written } = await insist(write, contents, library)
		.catch((error: unknown) => {
			if (error instanceof CliError) throw error;
			if (error instanceof SpoolError) throw unwritableState(error.cause);
			if (error instanceof NotOursError) throw new CliError("OUT_NOT_OURS", error.message);
			if (error instanceof FileChangedError)
				throw new CliError("FOLDER_UNREADABLE", `${folderPath}: ${error.message}`);
			throw new CliError("OUT_UNWRITABLE", `${out}: ${describeSystemError(error)}`);
		})
		.finally(meter.end);
	const { documents, collisions } = written;
	await close();
	const lost = collisions.map(
		({ kept, left }) =>
			`broadsheet: error A static host cannot tell ${left} from ${kept}; it was left out.`,
	);
	for (const line of lost) io.report(line);
	reported.push(...lost);
	const printed = `Wrote ${documents} documents of ${publication.articleCount} articles to ${out}`;
	io.print(printed);
	const code = collisions.length > 0 ? 1 : 0;
	const { nextChange } = publication;
	const until = nextChange?.getTime() ?? null;
	noteBuild(place, outPath, listing, { until, reported, printed, code, paths: written.paths });
	return code;
}

interface Built {
	readonly publication: Publication;
	readonly written: WrittenSite;
}

/** How often the folder is read anew where an article changes while it is being written. */
const mostReadings = 3;

/** Writes what a folder holds; if an article changes meanwhile, what it holds then. */
async function insist(
	write: (contents: Contents) => Promise<Built>,
	contents: Contents,
	library: Library,
): Promise<Built> {
	let fresh = contents;
	for (let reading = 1; ; reading++) {
		try {
			return await write(fresh);
		} catch (error) {
			if (!(error instanceof FileChangedError) || reading === mostReadings) throw error;
			fresh = await library.read();
		}
	}
}

/** Whether a folder lies where articles are looked for; a path from their folder. */
function isReadAsArticles(path: string): boolean {
	// A path that leads out begins with dots, as a hidden one does.
	return path !== "" && !isHidden(path.split(sep).join("/"));
}
