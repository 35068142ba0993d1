import type { ConfigFolder } from "../config-folder.ts";
import { joinPaths } from "./generator.ts";

/** A page that stands for many: `[...slug].astro`, `[slug].tsx`, `[slug]/`. */
const dynamicName = /^\[{1,2}(?:\.\.\.)?\w+\]{1,2}(?:\.\w+|\/)$/;
/** Groups of Next's app router, in brackets, are in no address. */
const groupName = /^\((?!\.)[^)]*\)\/$/;

/**
 * Where a site's pages show articles, as paths of addresses (`blog`): the folders of routes that hold a page for many.
 * Only names are looked at, down to two folders.
 */
export async function findRoutes(
	root: ConfigFolder,
	folders: readonly string[],
): Promise<readonly string[]> {
	const routes: string[] = [];
	async function walk(folder: string, address: string, depth: number): Promise<void> {
		const names = await root.list(folder);
		if (names.some((name) => dynamicName.test(name))) routes.push(address);
		if (depth === 0) return;
		for (const name of names) {
			if (!name.endsWith("/") || name.startsWith("[") || name.startsWith("_")) continue;
			const inside = joinPaths(folder, name);
			if (groupName.test(name)) await walk(inside, address, depth - 1);
			else await walk(inside, joinPaths(address, name), depth - 1);
		}
	}
	for (const folder of folders) await walk(folder, "", 2);
	return [...new Set(routes)];
}

/** Names that blogs have, in folders and in addresses. */
export const blogNames = ["blog", "posts", "post", "articles", "writing", "news", "notes"];

/**
 * The route of a folder of articles: the one of its name, else the only one that has a blog's name; undefined where it
 * is not plain.
 */
export function chooseRoute(routes: readonly string[], folder: string): string | undefined {
	const name = nameOf(folder);
	const last = (route: string) => route.split("/").at(-1) ?? "";
	const named = routes.find((route) => route !== "" && last(route) === name);
	if (named !== undefined) return named;
	if (!blogNames.includes(name)) return undefined;
	const blogs = routes.filter((route) => blogNames.includes(last(route)));
	if (blogs.length === 1) return blogs[0];
	return blogs.length === 0 && routes.includes("") ? "" : undefined;
}

/** A folder's own name; Next's starter keeps what it serves at `/posts` in `_posts`. */
export function nameOf(folder: string): string {
	return (folder.split("/").at(-1) ?? "").replace(/^_/, "");
}
