/** What is put off to the end of a turn of the event loop. */
export interface Turn<Work> {
	add(work: Work): void;
	/** Does what was put off, at once. */
	end(): void;
}

/**
 * Collects the work that comes in one turn of the event loop, from all connections, and does it at the turn's end, in
 * the order in which it came (decisions/013-request-path.md).
 */
export function createTurn<Work>(perform: (work: Work) => void): Turn<Work> {
	let waiting: Work[] = [];

	function end(): void {
		const works = waiting;
		waiting = [];
		for (const work of works) perform(work);
	}

	return {
		add(work) {
			if (waiting.length === 0) setImmediate(end);
			waiting.push(work);
		},
		end,
	};
}
