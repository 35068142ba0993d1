import { z } from "zod";

/** Where a built site keeps what the next build must know. */
export const siteManifestName = "broadsheet.json";

const documentSchema = z.object({
	etag: z.string(),
	lastModified: z.iso.datetime().transform((text) => new Date(text)),
});

const manifestSchema = z.object({
	generator: z.literal("Broadsheet"),
	documents: z.record(z.string(), documentSchema),
});

/** A built site's documents with their validators, by address: it carries them from build to build. */
export type SiteManifest = z.output<typeof manifestSchema>;

/** A site manifest from its text; undefined where the text is none. */
export function parseSiteManifest(text: string): SiteManifest | undefined {
	try {
		return manifestSchema.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}

/** A site manifest as text: the same for the same documents. */
export function renderSiteManifest(documents: SiteManifest["documents"]): string {
	const sorted = Object.entries(documents).sort(([a], [b]) => (a < b ? -1 : 1));
	return `${JSON.stringify({ generator: "Broadsheet", documents: Object.fromEntries(sorted) }, null, "\t")}\n`;
}
