import type { LiveShelf } from "../http/live-shelf.ts";
import { buildPublication } from "../publication/build-publication.ts";
import type { Contents } from "../publication/contents.ts";
import type { Library } from "../publication/create-library.ts";
import { createRenderings } from "../publication/create-renderings.ts";

export interface LivePublication {
	/** Reads the folder and publishes what it holds. Rejects if the folder cannot be listed. */
	publish(): Promise<Contents>;
	/** Says that something changed: it is published within the second. */
	noteChange(): void;
	close(): void;
}

/** Who is told what happens while the publication is live. */
export interface LiveLog {
	published(contents: Contents): void;
	failed(error: unknown): void;
}

/** Changes that come in a burst (a save in several steps, a checkout) are read together. In milliseconds. */
const burst = 40;
/** A longer timer overflows and fires at once. In milliseconds. */
const longestTimer = 2 ** 31 - 1;

/**
 * Keeps a shelf in step with a folder and with the clock: a change is published within a second, a scheduled article at
 * its instant. No document changes twice within a second, which is as fine as Last-Modified tells (RFC 9110 §8.8.2.2).
 */
export function createLivePublication(
	library: Library,
	shelf: LiveShelf,
	clock: () => Date,
	log: LiveLog,
): LivePublication {
	const render = createRenderings();
	let contents: Contents | undefined;
	let publishedAt = 0;
	let changeTimer: NodeJS.Timeout | undefined;
	let scheduleTimer: NodeJS.Timeout | undefined;
	let running: Promise<void> = Promise.resolve();

	function putOnShelf(from: Contents): void {
		const now = clock();
		publishedAt = now.getTime();
		const publication = buildPublication(from, render(from), now);
		shelf.publish(publication);
		clearTimeout(scheduleTimer);
		if (publication.nextChange) {
			const wait = Math.max(0, publication.nextChange.getTime() - now.getTime());
			scheduleTimer = setTimeout(onSchedule, Math.min(wait, longestTimer));
		}
		void shelf.warm().catch(log.failed);
	}

	function onSchedule(): void {
		if (contents) putOnShelf(contents);
	}

	async function publish(): Promise<Contents> {
		contents = await library.read();
		putOnShelf(contents);
		return contents;
	}

	/** Milliseconds until the second after the last publication, at least a burst. */
	function waitForNextSecond(): number {
		const nextSecond = (Math.floor(publishedAt / 1000) + 1) * 1000;
		return Math.max(burst, nextSecond - clock().getTime());
	}

	return {
		publish,
		noteChange() {
			if (changeTimer) return;
			changeTimer = setTimeout(() => {
				changeTimer = undefined;
				running = running.then(publish).then(log.published, log.failed);
			}, waitForNextSecond());
		},
		close() {
			clearTimeout(changeTimer);
			clearTimeout(scheduleTimer);
		},
	};
}
