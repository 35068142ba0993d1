import { expect, it } from "vitest";
import { createShelfWire } from "../../../src/cli/newsroom/shelf-wire.ts";
import type { ToNewsroom } from "../../../src/http/wire.ts";

const asked = (address: string): ToNewsroom => ({ type: "asked", address });

it("what a newsstand says before everything is published is heard after it, in its order", () => {
	const heard: ToNewsroom[] = [];
	const wire = createShelfWire({ send: () => {} });
	wire.hear(asked("/first"));
	wire.receive((message) => heard.push(message));
	wire.hear(asked("/second"));
	expect(heard).toEqual([]);
	wire.open();
	wire.hear(asked("/third"));
	expect(heard).toEqual([asked("/first"), asked("/second"), asked("/third")]);
});
