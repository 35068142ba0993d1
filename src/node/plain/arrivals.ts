/** Connections that are arriving, and what waits for them. */
export interface Arrivals {
	/** Told of each connection. */
	note(): void;
	/** Whether connections are arriving now. */
	areComing(): boolean;
	/** Does something when no more are coming, or when it has waited long enough. */
	putOff(work: () => void): void;
}

/**
 * For how long connections go first before whoever waits is answered, and for how long these are answered before
 * connections go first again, in milliseconds.
 */
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
		answerSome();
		// A crowd's answers take longer than connections are waited for.
		since = now();
	}

	/**
	 * All that wait; while connections arrive, only some. What a client does not take at once is sent in the loop's next
	 * turns, each of which then takes so long that connections would hardly come.
	 */
	function answerSome(): void {
		const start = now();
		const works = waiting;
		waiting = [];
		let answered = 0;
		for (const work of works) {
			work();
			answered += 1;
			if (areComing && now() - start >= patience) break;
		}
		// Whoever asks meanwhile comes behind those that still wait.
		waiting = [...works.slice(answered), ...waiting];
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
