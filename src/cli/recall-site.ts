import { readFormerBuild } from "../node/write-site.ts";
import type { Memory, StoredRecord } from "../publication/memory.ts";
import { parseSiteManifest, siteManifestName } from "../publication/site-manifest.ts";
import type { SiteSettings } from "../settings/settings.ts";
import type { Io } from "./io.ts";

/** How long the deployed site may take to answer, in milliseconds. */
const patience = 5_000;

/**
 * Takes what was published from the former build in `out`, else from the deployed site: in a fresh checkout there is no
 * state. Goes on without it where neither can be had.
 */
export async function recallSite(
	memory: Memory,
	site: SiteSettings,
	out: string,
	io: Io,
): Promise<void> {
	const former = await readFormerBuild(out).catch(() => []);
	const records = former.length > 0 ? former : await fetchManifest(site, io);
	memory.restore(records);
}

async function fetchManifest(
	{ feedsUrl, authority }: SiteSettings,
	io: Io,
): Promise<StoredRecord[]> {
	if (authority === "localhost") return [];
	const url = `${feedsUrl}/${siteManifestName}`;
	try {
		const response = await io.fetch(url, { signal: AbortSignal.timeout(patience) });
		const records = response.ok ? parseSiteManifest(await response.text()) : undefined;
		if (records) return records;
		io.report(`broadsheet: ${url} holds no former build (status ${response.status}).`);
	} catch {
		io.report(`broadsheet: ${url} cannot be reached; ids and validators begin anew.`);
	}
	return [];
}
