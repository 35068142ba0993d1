import {
	closeSync,
	futimesSync,
	linkSync,
	mkdirSync,
	openSync,
	statSync,
	writeSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";

/** A file that a former build may have written already. */
export interface FormerFile {
	readonly sizeInBytes: number;
	readonly modified: Date;
}

/** The folder that a build writes into. All of it happens at once, which takes a fraction of the time that waiting takes. */
export interface OutputFolder {
	write(path: string, content: Uint8Array, modified?: Date): void;
	/** Takes a file over from the former build; false where it is not there as it was written. */
	takeOver(path: string, file: FormerFile): boolean;
}

/** Opens a folder for writing, beside the one of the former build. Throws the system's errors. */
export function openOutputFolder(folder: string, former: string): OutputFolder {
	const made = new Set<string>();

	function locate(path: string): string {
		const target = join(folder, path);
		// `join` takes dot segments out: an address that holds some must not lead elsewhere.
		if (!target.startsWith(folder + sep)) throw new Error(`${path} leads out of the output folder`);
		const parent = dirname(target);
		if (!made.has(parent)) mkdirSync(parent, { recursive: true });
		made.add(parent);
		return target;
	}

	return {
		write(path, content, modified) {
			const file = openSync(locate(path), "w");
			try {
				// The system may take less than it is given.
				let done = 0;
				while (done < content.length) done += writeSync(file, content, done);
				if (modified) futimesSync(file, modified, modified);
			} finally {
				closeSync(file);
			}
		},
		takeOver(path, { sizeInBytes, modified }) {
			const source = join(former, path);
			const stats = statSync(source, { throwIfNoEntry: false });
			if (stats?.size !== sizeInBytes || stats.mtimeMs !== modified.getTime()) return false;
			try {
				linkSync(source, locate(path));
				return true;
			} catch {
				return false;
			}
		},
	};
}
