import { startThread } from "../start-thread.ts";
import type {
	Answer,
	Order,
	PrintOrder,
	ReadOrder,
	RenderOrder,
	SettingsOrder,
	TargetsOrder,
} from "./orders.ts";

/** A thread that reads and renders articles for this one. */
export interface Assistant {
	tell(order: SettingsOrder | TargetsOrder): void;
	/** Resolves with a line for each item of the order; rejects where the thread fails. */
	ask(order: Omit<ReadOrder, "number">): Promise<Answer>;
	ask(order: Omit<RenderOrder, "number">): Promise<Answer>;
	ask(order: Omit<PrintOrder, "number">): Promise<Answer>;
	/** Ends the thread. */
	dismiss(): Promise<void>;
}

interface Waiting {
	resolve(answer: Answer): void;
	reject(error: Error): void;
}

/** Starts the thread. */
export function startAssistant(): Assistant {
	const worker = startThread(import.meta.url, "workshop-thread");
	const waiting = new Map<number, Waiting>();
	let count = 0;
	let failure: Error | undefined;
	worker.unref();
	worker.on("message", (answer: Answer) => {
		waiting.get(answer.number)?.resolve(answer);
		waiting.delete(answer.number);
		if (waiting.size === 0) worker.unref();
	});
	worker.on("error", (error: Error) => {
		failure = error;
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	});

	function send(order: Order): void {
		worker.postMessage(order);
	}

	return {
		tell: send,
		ask: (order) =>
			new Promise((resolve, reject) => {
				if (failure) return reject(failure);
				count += 1;
				waiting.set(count, { resolve, reject });
				worker.ref();
				send({ ...order, number: count });
			}),
		async dismiss() {
			await worker.terminate();
		},
	};
}
