import type { Delivery } from "../http/delivery.ts";
import type { Contents } from "../publication/contents.ts";
import type { Library } from "../publication/create-library.ts";
import type { Publisher } from "../publication/create-publisher.ts";
import { countLoss } from "../publication/find-loss.ts";
import type { Memory } from "../publication/memory.ts";
import type { Absence } from "../publication/remember-articles.ts";

export interface LivePublication {
	/** Reads the folder and shows what it holds. Rejects if the folder cannot be listed. */
	publish(): Promise<Contents>;
	/** Says that something changed: it is published within the second. */
	noteChange(): void;
	/** Resolves when nothing more is published. */
	close(): Promise<void>;
}

/** What a publication is kept in step with, and by what. */
export interface LiveSource {
	readonly library: Library;
	readonly memory: Memory;
	readonly publisher: Publisher;
	readonly delivery: Pick<Delivery, "publish" | "warm">;
	readonly clock: () => Date;
}

/** Who is told what happens while the publication is live. */
export interface LiveLog {
	published(contents: Contents): void;
	/** Most of what was published is missing: it is not believed before this many milliseconds have passed. */
	doubted(missing: number, wait: number): void;
	failed(error: unknown): void;
}

/** Changes that come in a burst (a save in several steps, a checkout) are read together. In milliseconds. */
const burst = 5;
/**
 * For how long nothing else may have been shown before anything is sent ahead of requests, in milliseconds: while articles
 * keep coming it would be for nothing, and take time from those who ask.
 */
const calm = 2_000;
/** A longer timer overflows and fires at once. In milliseconds. */
const longestTimer = 2 ** 31 - 1;
/** How long a loss of most articles is doubted, in milliseconds. */
const doubtLasts = 60_000;
/** How often it is looked at again meanwhile, in milliseconds. */
const doubtInterval = 2_000;

/**
 * Keeps what is shown in step with a folder and with the clock: a change is published within a second, a scheduled article at
 * its instant. No document changes twice within a second, which is as fine as Last-Modified tells (RFC 9110 §8.8.2.2).
 */
export function createLivePublication(source: LiveSource, log: LiveLog): LivePublication {
	const { library, memory, publisher, delivery, clock } = source;
	let contents: Contents | undefined;
	let publishedAt = 0;
	let doubtedSince: number | undefined;
	let changeTimer: NodeJS.Timeout | undefined;
	/** Whether changes wait for their turn: whatever is noted until that comes is read with them. */
	let isInLine = false;
	let scheduleTimer: NodeJS.Timeout | undefined;
	let warmTimer: NodeJS.Timeout | undefined;
	let running: Promise<void> = Promise.resolve();
	let isClosed = false;

	async function show(from: Contents, absence: Absence): Promise<void> {
		const now = clock();
		const isFirst = publishedAt === 0;
		publishedAt = now.getTime();
		clearTimeout(warmTimer);
		const publication = publisher(from, now, absence);
		await delivery.publish(publication);
		clearTimeout(scheduleTimer);
		if (isClosed) return;
		if (publication.nextChange) {
			const wait = Math.max(0, publication.nextChange.getTime() - now.getTime());
			scheduleTimer = setTimeout(onSchedule, Math.min(wait, longestTimer));
		}
		warmTimer = setTimeout(() => delivery.warm().catch(log.failed), isFirst ? 0 : calm);
	}

	/** One publication after the other: the next begins when the one before is shown. */
	function inTurn(work: () => Promise<void>): void {
		running = running.then(() => (isClosed ? undefined : work())).catch(log.failed);
	}

	/** Milliseconds until what is shown differs from what was shown last by its second too. */
	function untilNextSecond(): number {
		const wait = (Math.floor(publishedAt / 1000) + 1) * 1000 - clock().getTime();
		// A clock that was set back says nothing.
		return wait > 1000 ? 0 : Math.max(0, wait);
	}

	function onSchedule(): void {
		inTurn(async () => {
			const early = untilNextSecond();
			if (early > 0) {
				scheduleTimer = setTimeout(onSchedule, early);
				return;
			}
			const absence = doubtedSince === undefined ? "withdrawn" : "unsure";
			if (contents) await show(contents, absence);
		});
	}

	/** Whether the folder may be believed; if not, it is looked at again soon. */
	function isBelievable(fresh: Contents): boolean {
		const missing = countLoss(fresh, memory);
		const now = clock().getTime();
		if (missing === 0 || now - (doubtedSince ?? now) >= doubtLasts) {
			doubtedSince = undefined;
			return true;
		}
		if (doubtedSince === undefined) log.doubted(missing, doubtLasts);
		doubtedSince ??= now;
		noteChangeIn(doubtInterval);
		return false;
	}

	async function publish(): Promise<Contents> {
		const fresh = await library.read();
		if (isBelievable(fresh)) {
			contents = fresh;
			await show(fresh, "withdrawn");
		} else if (!contents && fresh.articles.length > 0) {
			// After a start there is nothing to go on with: what is there is served, and nothing is withdrawn.
			contents = fresh;
			await show(fresh, "unsure");
		}
		return fresh;
	}

	function noteChangeIn(wait: number): void {
		if (changeTimer || isInLine) return;
		changeTimer = setTimeout(() => {
			changeTimer = undefined;
			isInLine = true;
			inTurn(async () => {
				isInLine = false;
				// When the change was noted, the publication before it may not have been shown yet.
				const early = untilNextSecond();
				if (early > 0) noteChangeIn(early);
				else log.published(await publish());
			});
		}, wait);
	}

	return {
		publish() {
			const published = running.then(publish);
			running = published.then(
				() => {},
				() => {},
			);
			return published;
		},
		noteChange() {
			noteChangeIn(Math.max(burst, untilNextSecond()));
		},
		async close() {
			isClosed = true;
			clearTimeout(changeTimer);
			clearTimeout(scheduleTimer);
			clearTimeout(warmTimer);
			await running;
		},
	};
}
