import type { ConfigFolder, ConfigFolders } from "../../src/site-config/config-folder.ts";
import { findSiteConfig } from "../../src/site-config/find-site-config.ts";
import type { SiteConfig } from "../../src/site-config/site-config.ts";

/** The texts of a site by their paths from its root. */
export type SiteFiles = Readonly<Record<string, string>>;

/** Lends a folder of a site that is nowhere on the disk, and the folders above it. */
export function openMemorySite(files: SiteFiles, folder = "", name = "site"): ConfigFolders {
	const steps = folder.split("/").filter(Boolean);
	const levels = steps.map((_, index) => steps.slice(0, steps.length - index).join("/"));
	const [first, ...above] = [...levels, ""].map((path) => openMemoryFolder(files, path, name));
	if (!first) throw new Error("There is always the root.");
	return [first, ...above];
}

/** What the configuration of such a site tells. */
export async function findIn(files: SiteFiles, folder = ""): Promise<SiteConfig | undefined> {
	return await findSiteConfig(openMemorySite(files, folder), undefined);
}

/** The settings alone. */
export async function valuesOf(files: SiteFiles, folder = ""): Promise<unknown> {
	return (await findIn(files, folder))?.values;
}

/** What could not be known: `key: reason`. */
export async function unreadOf(files: SiteFiles, folder = ""): Promise<readonly string[]> {
	const site = await findIn(files, folder);
	return site?.unread.map(({ key, reason }) => `${key}: ${reason}`) ?? [];
}

function openMemoryFolder(files: SiteFiles, folder: string, rootName: string): ConfigFolder {
	const start = folder === "" ? "" : `${folder}/`;
	return {
		name: folder.split("/").at(-1) || rootName,
		async list(path) {
			const inside = start + (path === "" ? "" : `${path.replace(/\/$/, "")}/`);
			const names = Object.keys(files)
				.filter((file) => file.startsWith(inside))
				.map((file) => file.slice(inside.length).replace(/\/.*$/s, "/"));
			return [...new Set(names)].sort();
		},
		read: async (path) => files[start + path],
	};
}
