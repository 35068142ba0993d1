/** Says whether this process answers late. */
export interface LoadGauge {
	isLate(): boolean;
	close(): void;
}

/** How often the event loop is looked at, in milliseconds. */
const interval = 250;
/** Later than this, a look counts as late, in milliseconds. */
const lateness = 500;
/** One late look is a large publication being prepared; this many in a row are more requests than there is time for. */
const lateLooks = 4;

/**
 * Watches how late timers come, which is how long a request waits for its turn. `now` is a clock in milliseconds that
 * never goes back.
 */
export function createLoadGauge(now: () => number): LoadGauge {
	let late = 0;
	let expected = now() + interval;
	const timer = setInterval(() => {
		const time = now();
		late = time - expected > lateness ? late + 1 : 0;
		expected = time + interval;
	}, interval);
	timer.unref();
	return {
		isLate: () => late >= lateLooks,
		close: () => clearInterval(timer),
	};
}
