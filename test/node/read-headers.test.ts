import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { buildAppOptions } from "../../src/node/app-options.ts";
import { type Listener, listen } from "../../src/node/listen.ts";
import { readHeaders } from "../../src/node/read-headers.ts";
import { createMemoryShelf } from "../http/memory-shelf.ts";
import { statusesOf, talk } from "./talk.ts";

const never = "Sat, 01 Jan 2000 00:00:00 GMT";
const since = "Wed, 04 Mar 2026 05:06:07 GMT";

/** Whoever leaves is answered through Node, whoever stays is not. */
describe.each(["close", "keep-alive"])("readHeaders, with Connection: %s", (connection) => {
	let listener: Listener;
	beforeEach(async () => {
		const options = buildAppOptions(
			"",
			() => new Date(),
			() => false,
			() => undefined,
		);
		const app = createApp(createMemoryShelf("at once"), options);
		listener = await listen(app.fetch, { host: "127.0.0.1", port: 0 });
	});
	afterEach(() => listener.close());

	async function ask(...headers: readonly string[]): Promise<number | undefined> {
		const lines = ["GET /rss.xml HTTP/1.1", "Host: example.org", `Connection: ${connection}`];
		const request = `${[...lines, ...headers].join("\r\n")}\r\n\r\n`;
		const conversation = talk(listener.origin, request);
		conversation.until("\r\n\r\n").then(() => conversation.socket.end());
		return statusesOf(await conversation.end())[0];
	}

	it("joins several lines of a list (20)", async () => {
		const response = await fetch(`${listener.origin}/rss.xml`);
		const etag = response.headers.get("etag");
		await response.arrayBuffer();
		expect(await ask('If-None-Match: "a"', `if-none-match: ${etag}`)).toBe(304);
		expect(await ask('If-None-Match: "a"', 'If-None-Match: "b"')).toBe(200);
	});

	it("takes two dates for none, whichever comes first (11)", async () => {
		expect(await ask(`If-Modified-Since: ${since}`)).toBe(304);
		expect(await ask(`If-Modified-Since: ${since}`, `If-Modified-Since: ${never}`)).toBe(200);
		expect(await ask(`If-Unmodified-Since: ${never}`)).toBe(412);
		expect(await ask(`If-Unmodified-Since: ${never}`, `If-Unmodified-Since: ${since}`)).toBe(200);
	});

	it("does not take what every object has for a header", () => {
		const header = readHeaders(new Request("https://example.org/", { headers: { A: "b" } }), {});
		expect([header("a"), header("constructor")]).toEqual(["b", null]);
	});
});
