import { type Fault, renderFault, sortFaults } from "../../faults/fault.ts";
import { digestBytes } from "../../node/node-runtime.ts";
import type { DiskFolder } from "../../node/open-folder.ts";
import { explainOmissions } from "../../publication/explain-omissions.ts";
import { findDroppedTemplates } from "../../publication/find-dropped-templates.ts";
import { findForgettableIds } from "../../publication/find-forgettable-ids.ts";
import { renderCodeFrame } from "../code-frame.ts";
import type { Io } from "../io.ts";
import { openLibrary } from "../open-library.ts";
import { openPlace } from "../open-place.ts";
import type { OptionValues } from "../parse-arguments.ts";

/** Stands for the address of a site that names none: nothing is served here. */
const nowhere = "http://localhost";

/**
 * Prints every fault of the folder and why each file is no entry; exit code 1 if an error is among them. On a terminal
 * each fault stands above the lines that it speaks of, with `--json` it is a line of JSON.
 */
export async function check(folderPath: string, values: OptionValues, io: Io): Promise<number> {
	const place = await openPlace(folderPath, values, io);
	const { folder, library, memory } = await openLibrary(place, nowhere, "look", io);
	const contents = await library.read();
	const faults = sortFaults([
		...contents.faults,
		...explainOmissions(contents, io.clock()),
		...findForgettableIds(contents, memory),
		...findDroppedTemplates(contents, digestBytes),
	]);
	for (const fault of faults) io.print(await renderFor(fault, folder, values, io));
	const errors = faults.filter((fault) => fault.severity === "error").length;
	const articles = contents.articles.length;
	io.report(
		`${count(articles, "article")}, ${count(errors, "error")}, ${count(faults.length - errors, "warning")}`,
	);
	return errors > 0 ? 1 : 0;
}

async function renderFor(
	fault: Fault,
	folder: DiskFolder,
	values: OptionValues,
	io: Io,
): Promise<string> {
	if (values.has("json")) return renderJson(fault);
	const line = renderFault(fault);
	if (io.output === "pipe") return line;
	const source = await folder.read(fault.place.file).catch(() => undefined);
	const frame = source && renderCodeFrame(new TextDecoder().decode(source), fault.place);
	return frame ? `${line}\n${frame}\n` : line;
}

function renderJson({ place, severity, code, message, fix }: Fault): string {
	return JSON.stringify({ ...place, severity, code, message, fix });
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
