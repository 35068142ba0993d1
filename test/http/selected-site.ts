import { createApp } from "../../src/http/app.ts";
import { createLiveShelf } from "../../src/http/live-shelf.ts";
import { digestBytes } from "../../src/node/node-runtime.ts";
import type { SiteValues } from "../../src/settings/schema.ts";
import { openSampleSite, type SampleSite } from "../publication/sample-folder.ts";
import { nodeOptions } from "./local-server.ts";

/** A sample site behind the app, without a server. */
export interface SelectedSite {
	readonly site: SampleSite;
	/** Publishes the folder as it is, at an instant. */
	publish(now: string): Promise<void>;
	/** Answers a request as though it came at the instant of the last publication. */
	ask(target: string, init?: RequestInit): Promise<Response>;
}

/** Opens a site over these files. */
export function openSelectedSite(
	files: Readonly<Record<string, string>>,
	settings: SiteValues = {},
	mostKeptBytes = Number.POSITIVE_INFINITY,
): SelectedSite {
	const site = openSampleSite(files, settings);
	let instant = new Date(0);
	const shelf = createLiveShelf(
		{
			digest: digestBytes,
			compress: () => Promise.reject(new Error("Nothing is compressed here.")),
			digestFile: () => Promise.reject(new Error("There are no files.")),
			openFile: async () => new Uint8Array(),
			mostKeptBytes,
			onError: (error) => {
				throw error;
			},
			pause: () => Promise.resolve(),
		},
		site.memory,
	);
	const app = createApp(shelf, nodeOptions({ clock: () => instant }));
	return {
		site,
		async publish(now) {
			instant = new Date(now);
			shelf.publish(await site.publish(now));
		},
		ask: async (target, init) => app.fetch(new Request(`http://localhost${target}`, init)),
	};
}
