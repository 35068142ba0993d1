import { afterEach, describe, expect, it } from "vitest";
import { openFront } from "../../src/cli/front.ts";
import type { Io } from "../../src/cli/io.ts";
import type { ServedDocument } from "../../src/http/shelf.ts";
import type { ToNewsroom, ToNewsstand, Wire } from "../../src/http/wire.ts";
import { statusesOf, talk } from "../node/talk.ts";

const address = "/rss.xml";
const health = { ready: true, articles: 1, feeds: 1, documents: 1 };
const request = `GET ${address} HTTP/1.1\r\nHost: example.org\r\n\r\n`;

/** A newsroom of one feed whose content is told by whoever plays it. */
function createNewsroom(content: string) {
	let tell: (message: ToNewsstand) => void = () => undefined;
	let serial = 0;
	const tellOf = (text: string) => {
		const bytes = new TextEncoder().encode(text);
		const document: ServedDocument = {
			...{ address, kind: "feed", contentType: "application/rss+xml; charset=utf-8" },
			...{ etag: `"${text}"`, maxAgeInSeconds: 60, codings: [], sizeInBytes: bytes.length },
		};
		serial += 1;
		const notice = { is: "document", document, bytes, coded: [], editions: [] } as const;
		return { address, serial, notice };
	};
	const wire: Wire<ToNewsroom, ToNewsstand> = {
		send(message) {
			if (message.type === "question")
				queueMicrotask(() => tell({ type: "found", id: message.id, told: tellOf(content) }));
		},
		receive(listener) {
			tell = listener;
		},
	};
	return {
		wire,
		publish(text: string) {
			tell({ type: "publication", notices: [tellOf(text)], health });
		},
		tellAhead(text: string) {
			tell({ type: "ahead", told: tellOf(text) });
		},
	};
}

describe("openFront", () => {
	let close = async (): Promise<void> => undefined;
	afterEach(() => close());

	it("serves what was published at once, to those too who ask the same over and over", async () => {
		const newsroom = createNewsroom("first");
		const now = new Date("2026-11-30T12:00:00Z");
		const io: Io = {
			...{ env: {}, folder: ".", clock: () => now, fetch, output: "pipe", reports: "pipe" },
			print() {},
			report() {},
			progress() {},
			interrupted: () => new Promise(() => undefined),
		};
		const front = await openFront({ host: "127.0.0.1", port: 0 }, newsroom.wire, io);
		close = front.close;
		const conversation = talk(front.origin);
		async function ask(times: number): Promise<void> {
			for (let count = 0; count < times; count++) {
				const before = conversation.heard().length;
				conversation.socket.write(request);
				await expect.poll(() => /\r\n\r\n./.test(conversation.heard().slice(before))).toBe(true);
			}
		}
		await ask(1);
		front.open("");
		await ask(4);
		newsroom.publish("second");
		await ask(2);
		newsroom.tellAhead("third");
		await ask(2);
		expect(statusesOf(conversation.heard())).toEqual([
			503,
			...Array.from({ length: 8 }, () => 200),
		]);
		expect(conversation.heard().match(/(?:first|second|third)(?=HTTP|$)/g)).toEqual([
			...Array.from({ length: 4 }, () => "first"),
			...Array.from({ length: 2 }, () => "second"),
			...Array.from({ length: 2 }, () => "third"),
		]);
	});
});
