import type { FeedFormat, FormatName } from "../feeds/feed.ts";
import { feedFormat, feedFormats } from "../feeds/formats.ts";
import { pageAddress } from "./addresses.ts";

/** A list's feed in each format: `/news/business/rss.xml`. */
export function feedAddresses(path: readonly string[]): Record<FormatName, string> {
	const page = pageAddress(path);
	return {
		rss: page + feedFormat("rss").fileName,
		atom: page + feedFormat("atom").fileName,
		json: page + feedFormat("json").fileName,
	};
}

/** A page of a list's archive in each format: `/news/archive-1.rss.xml`. No section can have such a name. */
export function archiveAddresses(
	path: readonly string[],
	page: number,
): Record<FormatName, string> {
	const stem = `${pageAddress(path)}archive-${page}.`;
	return {
		rss: stem + feedFormat("rss").fileName,
		atom: stem + feedFormat("atom").fileName,
		json: stem + feedFormat("json").fileName,
	};
}

/** What an archive's address means: the list's path (joined with `/`), the page, the format. */
export function parseArchiveAddress(
	address: string,
): { readonly path: string; readonly page: number; readonly format: FeedFormat } | undefined {
	const match = /^\/(?:(.*)\/)?archive-([1-9]\d{0,6})\.([a-z.]+)$/.exec(address);
	const format = feedFormats.find(({ fileName }) => fileName === match?.[3]);
	if (!match || !format) return undefined;
	return { path: match[1] ?? "", page: Number(match[2]), format };
}
