/** The entry of a newsroom's thread. */
import { parentPort } from "node:worker_threads";
import { giveWay } from "../../node/give-way.ts";
import { openWire } from "../../node/port-wire.ts";
import { keepCompiled } from "../../node/start-thread.ts";
import { stopPretenuring } from "../../node/stop-pretenuring.ts";
import type { FromNewsroom, ToNewsroom } from "./messages.ts";

if (parentPort) {
	keepCompiled();
	const { runNewsroom } = await import("./run-newsroom.ts");
	await runNewsroom(openWire<FromNewsroom, ToNewsroom>(parentPort), {
		clock: () => new Date(),
		giveWay,
		settle: stopPretenuring,
	});
	parentPort.close();
}
