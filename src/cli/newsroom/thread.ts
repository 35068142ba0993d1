/** The entry of a newsroom's thread. */
import { parentPort } from "node:worker_threads";
import { giveWay } from "../../node/give-way.ts";
import { openWire } from "../../node/port-wire.ts";
import type { FromNewsroom, ToNewsroom } from "./messages.ts";
import { runNewsroom } from "./run-newsroom.ts";

if (parentPort) {
	giveWay();
	await runNewsroom(openWire<FromNewsroom, ToNewsroom>(parentPort), () => new Date());
	parentPort.close();
}
