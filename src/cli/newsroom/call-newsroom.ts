import { setTimeout as sleep } from "node:timers/promises";
import type { ToNewsstand, ToNewsroom as ToShelf, Wire } from "../../http/wire.ts";
import { CliError } from "../cli-error.ts";
import type { Io } from "../io.ts";
import type { NewsroomLine, Opened, Order } from "./messages.ts";

/** A newsroom at work. */
export interface Newsroom {
	/** Says what to publish. */
	order(order: Order): void;
	readonly opened: Promise<Opened>;
	/** Rejects when the newsroom fails: with what stopped it, while it opens, or at any time. */
	readonly failed: Promise<never>;
	/** To what it publishes. */
	readonly shelf: Wire<ToShelf, ToNewsstand>;
	/** Lets it finish what it is writing, and ends it. */
	close(): Promise<void>;
}

/** How long a newsroom may take to finish, in milliseconds: what it stores survives an end at any moment. */
const patience = 2_000;

/** Speaks with a newsroom; what it prints and reports goes to `io`. */
export function callNewsroom({ wire, lost, end }: NewsroomLine, io: Io): Newsroom {
	const opened = Promise.withResolvers<Opened>();
	const closed = Promise.withResolvers<void>();
	const failed = Promise.withResolvers<never>();
	failed.promise.catch(() => closed.resolve());
	let hear: (message: ToNewsstand) => void = () => {};
	wire.receive((message) => {
		switch (message.type) {
			case "shelf":
				return hear(message.message);
			case "opened":
				return opened.resolve(message);
			case "closed":
				return closed.resolve();
			case "failed":
				return failed.reject(
					message.code ? new CliError(message.code, message.message) : new Error(message.message),
				);
			default:
				return io[message.type](message.line);
		}
	});
	lost.catch(failed.reject);
	return {
		order: (order) => wire.send({ type: "order", order }),
		opened: opened.promise,
		failed: failed.promise,
		shelf: {
			send: (message, transfer) => wire.send({ type: "shelf", message }, transfer),
			receive: (listener) => {
				hear = listener;
			},
		},
		async close() {
			wire.send({ type: "close" });
			await Promise.race([closed.promise, sleep(patience, undefined, { ref: false })]);
			await end();
		},
	};
}
