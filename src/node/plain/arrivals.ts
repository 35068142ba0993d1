/** Connections that are arriving, and what waits for them. */
export interface Arrivals {
	/** Told of each connection. */
	note(): void;
	/** Whether connections are arriving now. */
	areComing(): boolean;
	/** Does something when no more are coming, or when it has waited long enough. */
	putOff(work: () => void): void;
}

/** For how long connections go first before whoever waits is answered, in milliseconds. */
const patience = 10;

/**
 * Lets connections that arrive go before answers. The event loop accepts one in each of its turns and then reads whatever
 * was asked on all the others, so that in a crowd whoever comes last would wait for everybody's second and third request.
 * `now` is a clock in milliseconds that never goes back.
 */
export function createArrivals(now: () => number): Arrivals {
	let areComing = false;
	let cameInTurn = false;
	let since = 0;
	let waiting: (() => void)[] = [];

	function endTurn(): void {
		const wasQuiet = !cameInTurn;
		cameInTurn = false;
		areComing = !wasQuiet;
		if (areComing) setImmediate(endTurn);
		if (areComing && now() - since < patience) return;
		const works = waiting;
		waiting = [];
		for (const work of works) work();
		// A crowd's answers take longer than connections are waited for.
		since = now();
	}

	return {
		note() {
			cameInTurn = true;
			if (areComing) return;
			areComing = true;
			since = now();
			setImmediate(endTurn);
		},
		areComing: () => areComing,
		putOff: (work) => waiting.push(work),
	};
}
