/** The entry of a thread that reads and renders articles for another one (see `orders.ts`). */
import { parentPort } from "node:worker_threads";
import { keepCompiled } from "../start-thread.ts";

if (parentPort) {
	const port = parentPort;
	keepCompiled();
	const { createOrderBook } = await import("./fill-orders.ts");
	port.on(
		"message",
		createOrderBook((answer) => port.postMessage(answer)),
	);
}
