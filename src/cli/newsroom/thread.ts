/** The entry of a newsroom's thread. */
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { giveWay } from "../../node/give-way.ts";
import { openWire } from "../../node/port-wire.ts";
import type { FromNewsroom, ToNewsroom } from "./messages.ts";

if (parentPort) {
	// A thread does not inherit the cache; without it, half of its start would be compiling.
	if (typeof workerData === "string") enableCompileCache(workerData);
	const { runNewsroom } = await import("./run-newsroom.ts");
	await runNewsroom(openWire<FromNewsroom, ToNewsroom>(parentPort), {
		clock: () => new Date(),
		giveWay,
	});
	parentPort.close();
}
