/** A folder in which a site's configuration may lie, as a runtime lends it. Paths count from it, with `/`. */
export interface ConfigFolder {
	/** The folder's own name; empty at the top of the disk. */
	readonly name: string;
	/** The names in a folder (`""`: this one), those of folders with a `/` behind; none where there is no such folder. */
	list(path: string): Promise<readonly string[]>;
	/** The text of a regular file of moderate size; undefined for anything else. */
	read(path: string): Promise<string | undefined>;
}

/** The folder that a command was given, then those above it that may be looked at. */
export type ConfigFolders = readonly [ConfigFolder, ...ConfigFolder[]];

/** Whether a folder holds another one of this name. */
export async function hasFolder(folder: ConfigFolder, path: string): Promise<boolean> {
	const end = path.lastIndexOf("/") + 1;
	return (await folder.list(path.slice(0, end))).includes(`${path.slice(end)}/`);
}
