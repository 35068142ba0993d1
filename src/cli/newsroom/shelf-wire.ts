import type { ToNewsstand, ToNewsroom as ToShelf, Wire } from "../../http/wire.ts";
import type { FromNewsroom } from "./messages.ts";

/** A wire to the newsstand, at which nobody listens yet. */
export interface ShelfWire extends Wire<ToNewsstand, ToShelf> {
	/** What came along the wire of the newsroom. */
	hear(message: ToShelf): void;
	/** From now on what comes is listened to, first of all what came before. */
	open(): void;
}

/** The newsstand's part of a newsroom's wire: what it asks before everything is published waits. */
export function createShelfWire(wire: Pick<Wire<FromNewsroom, never>, "send">): ShelfWire {
	const waiting: ToShelf[] = [];
	let listen: (message: ToShelf) => void = () => {};
	let state: "waiting" | "open" = "waiting";
	return {
		send: (message, transfer) => wire.send({ type: "shelf", message }, transfer),
		receive(listener) {
			listen = listener;
		},
		hear(message) {
			if (state === "open") listen(message);
			else waiting.push(message);
		},
		open() {
			state = "open";
			for (const message of waiting.splice(0)) listen(message);
		},
	};
}
