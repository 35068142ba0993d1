import {
	copyFileSync,
	linkSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readlinkSync,
	symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** Something else stands at a path already. */
export class TakenError extends Error {
	/** Begins with `/`. */
	readonly path: string;

	constructor(path: string) {
		super(`Something else stands at ${path}.`);
		this.path = path;
	}
}

/**
 * What lies below a folder and is not among these files: files, and folders in which none of these lies. Paths begin with
 * `/`. Throws the system's errors.
 */
export function findOthers(root: string, files: ReadonlySet<string>): readonly string[] {
	const folders = new Set<string>();
	for (const file of files)
		for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1))
			folders.add(file.slice(0, end));

	function look(folder: string): readonly string[] {
		return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
			const path = `${folder}/${entry.name}`;
			// Some disks give names in another form than they were written in.
			const written = path.normalize("NFC");
			if (entry.isDirectory()) return folders.has(written) ? look(path) : path;
			return files.has(written) ? [] : path;
		});
	}

	return look("");
}

/**
 * Gives files and folders a second place below `target`, at the same path; no bytes are copied where the disk can do without.
 * Throws a TakenError where something stands there, and the system's errors.
 */
export function linkOthers(root: string, target: string, paths: readonly string[]): void {
	function link(path: string): void {
		const [from, to] = [join(root, path), join(target, path)];
		const stats = lstatSync(from);
		const isFolder = stats.isDirectory();
		try {
			mkdirSync(dirname(to), { recursive: true });
			if (isFolder) mkdirSync(to, { recursive: true, mode: stats.mode });
			else if (stats.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
			else linkFile(from, to);
		} catch (error) {
			throw isTaken(error) ? new TakenError(path) : error;
		}
		if (isFolder) for (const name of readdirSync(from)) link(`${path}/${name}`);
	}

	for (const path of paths) link(path);
}

function linkFile(from: string, to: string): void {
	try {
		linkSync(from, to);
	} catch (error) {
		if (isTaken(error)) throw error;
		copyFileSync(from, to);
	}
}

/** Whether the system says that something stands there, or a file where a folder is needed. */
function isTaken(error: unknown): boolean {
	const code = error instanceof Error && "code" in error ? error.code : undefined;
	return code === "EEXIST" || code === "ENOTDIR";
}
