import { setTimeout as sleep } from "node:timers/promises";
import { buildFault, type Fault, startOf } from "../faults/fault.ts";
import { waitForNextSecond } from "../http/remember-validators.ts";
import { digestBytes } from "../node/node-runtime.ts";
import type { DiskFolder } from "../node/open-folder.ts";
import { openState, readState } from "../node/open-state.ts";
import type { BatchPrinter } from "../node/output-folder.ts";
import type { DiskIndex } from "../node/reading-index.ts";
import { describeSystemError } from "../node/system-error.ts";
import { openWorkshop, type Workshop } from "../node/workshop/open-workshop.ts";
import type { Contents } from "../publication/contents.ts";
import { createLibrary, type Library } from "../publication/create-library.ts";
import type { RenderingRuntime } from "../publication/create-renderings.ts";
import { createShortMemory, type Memory } from "../publication/memory.ts";
import { settingsFileName } from "../publication/read-settings.ts";
import type { SiteValues } from "../settings/schema.ts";
import type { Io } from "./io.ts";
import { type Place, refuse } from "./open-place.ts";
import type { ReadSiteConfig } from "./read-site-config.ts";

interface OpenedMemory {
	readonly memory: Memory;
	/** What was read and rendered of the folder before, where there is a state. */
	readonly index?: DiskIndex;
	/** Of the state, where this process writes it. */
	version?(): number;
	close(): void;
}

export interface OpenedLibrary {
	readonly folder: DiskFolder;
	readonly library: Library;
	/** What the site's own configuration tells, where the folder is another generator's. */
	readonly config?: ReadSiteConfig;
	/** From the command line and from `--settings`: what weighs more than any file of the folder. */
	readonly given: SiteValues;
	/** What was published of the folder before. */
	readonly memory: Memory;
	/** For `createPublisher`. */
	readonly rendering: RenderingRuntime;
	/** For `writeSite`, where there is another thread. */
	readonly print?: BatchPrinter;
	/** Another number whenever anything was stored in the state; absent where this process does not write it. */
	version?(): number;
	close(): Promise<void>;
}

/**
 * Whether a command publishes, so that the state must know of it: what is asked for, for as long as it lasts (`serve`),
 * everything on two threads (`build`) or on one (`publish`); or only looks.
 */
export type Purpose = "serve" | "build" | "publish" | "look";

/** Opens what lies at a place. `listenerUrl` stands for the site's address where nobody names one. */
export async function openLibrary(
	{ folder, flags, file, config, stateFolder }: Place,
	listenerUrl: string,
	purpose: Purpose,
	io: Io,
): Promise<OpenedLibrary> {
	const state = await openMemory(stateFolder, folder.root, purpose, io);
	const workshop = purpose === "build" ? tryOpenWorkshop(folder, stateFolder) : undefined;
	const outer = {
		flags,
		file,
		listenerUrl,
		...(config && { siteConfig: config }),
		recallAuthority: () => state.memory.site.get("")?.authority,
	};
	return {
		folder,
		library: createLibrary(folder, outer, {
			digest: digestBytes,
			...(state.index && { index: state.index.readings }),
			...(workshop && { reader: workshop.reader }),
		}),
		given: { ...file, ...flags },
		...(config && { config }),
		...state,
		rendering: {
			digest: digestBytes,
			...(state.index && { index: state.index.facts }),
			...(workshop && { crew: workshop.crew, shelf: workshop.shelf }),
		},
		...(workshop && { print: workshop.print }),
		async close() {
			await workshop?.close();
			state.close();
		},
	};
}

/** Without a place for its files there is none: everything is then read and rendered on one thread. */
function tryOpenWorkshop(folder: DiskFolder, place: string): Workshop | undefined {
	try {
		return openWorkshop(folder, place);
	} catch {
		return undefined;
	}
}

/** A state that cannot be used stops nothing: what only it can know is then known for the life of the process. */
async function openMemory(
	stateFolder: string,
	identity: string,
	purpose: Purpose,
	io: Io,
): Promise<OpenedMemory> {
	const close = () => {};
	const warn = (error: unknown) =>
		io.report(
			`broadsheet: warning ${stateFolder} cannot hold the state. ${describeSystemError(error)}`,
		);
	// Who serves goes on without it; who builds shows nothing of which the state does not know.
	const onUnstored = purpose === "serve" ? warn : undefined;
	if (purpose === "look") return { ...readState(stateFolder, identity), close };
	try {
		const state = await openState(stateFolder, identity, onUnstored);
		await sleep(waitForNextSecond(state.memory, io.clock()));
		if (state.mode === "reading")
			io.report(
				"broadsheet: warning Another process writes the state of this folder; this one only reads it.",
			);
		const { memory, index, mode, version, close } = state;
		return { memory, index, close, ...(mode === "writing" && { version }) };
	} catch (error) {
		warn(error);
		return { memory: createShortMemory(), close };
	}
}

/** Refuses faulty settings, all faults at once (SETTINGS_REFUSED). */
export function refuseFaultySettings({ settingsFaults }: Contents, io: Io): void {
	refuse(settingsFaults, io);
}

/** A warning where nobody named the site's address, so that `standIn` stands for it (URL_MISSING). */
export function warnOfMissingUrl({ site }: Contents, standIn: string): Fault[] {
	if (site.url !== standIn) return [];
	const message = `Links lead to ${site.url}, and ids begin with tag:${site.authority}.`;
	return [buildFault("URL_MISSING", startOf(settingsFileName), message)];
}
