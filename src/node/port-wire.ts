import type { MessagePort, Worker } from "node:worker_threads";
import type { Wire } from "../http/wire.ts";

/** A wire through a port of this thread, or to a thread that this one started. */
export function openWire<Out, In>(port: MessagePort | Worker): Wire<Out, In> {
	return {
		send: (message, transfer = []) => port.postMessage(message, [...transfer]),
		receive: (listener) => port.on("message", listener),
	};
}
