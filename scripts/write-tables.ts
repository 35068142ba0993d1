/** Brings the tables of README.md and docs/ in line with the code's. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { documentsWithTables } from "./tables/documents.ts";
import { insertTables } from "./tables/render-tables.ts";

for (const name of documentsWithTables) {
	const path = join(import.meta.dirname, "..", name);
	await writeFile(path, insertTables(await readFile(path, "utf8")));
}
