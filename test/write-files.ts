import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes files below a folder, by path; folders come into being as they are needed. */
export function writeFiles(
	folder: string,
	files: Readonly<Record<string, string | Uint8Array>>,
): void {
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
}

/** An article as a file: a title, a date, a line of text. */
export function articleText(title: string, date: string): string {
	return `---\ntitle: ${title}\ndate: ${date}\n---\n\n${title} in a sentence.\n`;
}
