/** Prints what vitest's JSON report (first argument) counts, as one line: `N passed, N failed`. */
import { readFile } from "node:fs/promises";
import process from "node:process";
import { z } from "zod";

const reportSchema = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
});

const [path = "", status = "0"] = process.argv.slice(2);
const text = await readFile(path, "utf8").catch(() => undefined);
if (text === undefined)
	process.stdout.write("No test ran: types or lint failed, or time was up.\n");
const report = text === undefined ? undefined : reportSchema.parse(JSON.parse(text));
// A file that cannot be loaded, or a hook that fails, fails no test by name.
const least = status === "0" ? 0 : 1;
const failed = Math.max(report?.numFailedTests ?? 0, least);
process.stdout.write(`${report?.numPassedTests ?? 0} passed, ${failed} failed\n`);
