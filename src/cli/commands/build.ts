import { resolve } from "node:path";
import { describeSystemError } from "../../node/system-error.ts";
import { NotOursError, writeSite } from "../../node/write-site.ts";
import { buildPublication } from "../../publication/build-publication.ts";
import { createRenderings } from "../../publication/create-renderings.ts";
import { CliError } from "../cli-error.ts";
import { createFaultLog } from "../fault-log.ts";
import type { Io } from "../io.ts";
import { openLibrary, refuseFaultySettings, warnOfMissingUrl } from "../open-library.ts";
import type { OptionValues } from "../parse-arguments.ts";

/** Stands for the address of a site that names none. */
const nowhere = "http://localhost";

/** Writes every document of the folder below `--out`; a former build there is replaced as a whole. */
export async function build(folderPath: string, values: OptionValues, io: Io): Promise<number> {
	const out = values.get("out");
	if (!out) throw new CliError("USAGE", "`build` needs --out DIR.");
	const { folder, library } = await openLibrary(folderPath, values, nowhere, io);
	const contents = await library.read();
	refuseFaultySettings(contents, io);
	createFaultLog(io)([...contents.faults, ...warnOfMissingUrl(contents, nowhere)]);
	const publication = buildPublication(contents, createRenderings()(contents), io.clock());
	const { documents } = await writeSite(publication, folder, resolve(io.folder, out), (done, all) =>
		io.progress(done === all ? "" : `${done} of ${all} documents`),
	).catch((error: unknown) => {
		if (error instanceof NotOursError) throw new CliError("OUT_NOT_OURS", error.message);
		throw new CliError("OUT_UNWRITABLE", `${out}: ${describeSystemError(error)}`);
	});
	io.print(`Wrote ${documents} documents of ${publication.articleCount} articles to ${out}`);
	return 0;
}
