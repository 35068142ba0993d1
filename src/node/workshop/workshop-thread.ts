/** The entry of a thread that reads and renders articles for another one (see `orders.ts`). */
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

if (parentPort) {
	const port = parentPort;
	// A thread does not inherit the cache; without it, half of its start would be compiling.
	if (typeof workerData === "string") enableCompileCache(workerData);
	const { createOrderBook } = await import("./fill-orders.ts");
	port.on(
		"message",
		createOrderBook((answer) => port.postMessage(answer)),
	);
}
