import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../cli/run-cli.ts";
import { articleText, writeFiles } from "../write-files.ts";
import { type ServedFolder, serveFolder } from "./serve.ts";
import { statusesOf, talk } from "./talk.ts";

const get = (target: string): string => `GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

/** A site with a picture at `/p.svg`, which nobody watches: what changes is found by whoever asks. */
async function servePicture(
	bytes: string | Uint8Array,
): Promise<{ picture: string; server: ServedFolder }> {
	const root = await makeFolder();
	const folder = join(root, "articles");
	writeFiles(folder, {
		"_index.md": "---\ntitle: Test\nurl: https://example.org\n---\n",
		"a.md": `${articleText("First", "2026-01-01")}\n[a picture](p.svg)\n`,
	});
	const picture = join(folder, "p.svg");
	writeFileSync(picture, bytes);
	const server = await serveFolder(folder, join(root, "state"), ["--no-watch"]);
	return { picture, server };
}

describe("a picture that changed on the disk", () => {
	const other = {
		longer: '<svg id="two"/>\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil',
		shorter: "<svg>",
		"of the same length": '<svg id="two"/>',
	};

	it.each(Object.entries(other))(
		"is never sent with the length or the tag of what it was: %s (requirements 31, 34)",
		async (_how, changed) => {
			const { picture, server } = await servePicture('<svg id="one"/>');
			const before = await server.get("/p.svg");
			expect(before).toMatchObject({ status: 200, body: '<svg id="one"/>' });
			writeFileSync(picture, changed);
			const { socket, until } = talk(server.origin, get("/p.svg"), get("/healthz"));
			const heard = await until('"ready":true');
			socket.destroy();
			expect(statusesOf(heard.replace(changed, ""))).toEqual([503, 200]);
			expect(heard).toContain("Retry-After: ");
			const after = await server.until("/p.svg", ({ status }) => status === 200);
			expect(after.body).toBe(changed);
			expect(after.etag).not.toBe(before.etag);
			expect(server.reported).toEqual([]);
		},
	);

	it("is not found where a link out of the folder took its place", async () => {
		const { picture, server } = await servePicture("<svg/>");
		await server.get("/p.svg");
		rmSync(picture);
		symlinkSync("/etc/passwd", picture);
		expect((await server.get("/p.svg")).body).not.toContain("root");
		const { body } = await server.until("/p.svg", ({ status }) => status === 404);
		expect(body).toBe("Not found.\n");
	});

	it("keeps nobody waiting where a pipe took its place", async () => {
		const { picture, server } = await servePicture("<svg/>");
		await server.get("/p.svg");
		rmSync(picture);
		execFileSync("mkfifo", [picture]);
		const statuses = await Promise.all(
			Array.from({ length: 8 }, async () => (await server.get("/p.svg")).status),
		);
		for (const status of statuses) expect([404, 503]).toContain(status);
		await server.until("/p.svg", ({ status }) => status === 404);
	});

	it("ends the connection where it is cut short while it is being sent (RFC 9112 §8)", async () => {
		const size = 50_000_000;
		const { picture, server } = await servePicture(new Uint8Array(size));
		const { socket, until, end, heard } = talk(server.origin, get("/p.svg"));
		await until(`Content-Length: ${size}\r\n`);
		socket.pause();
		truncateSync(picture, 1000);
		socket.write(get("/healthz"));
		socket.resume();
		await end();
		expect(heard().length).toBeLessThan(size);
		expect(heard()).not.toContain('"ready"');
	});

	it("is sent whole where nothing happened to it, and so is an empty one", async () => {
		const bytes = new Uint8Array(1_000_000).map((_, index) => index % 251);
		const { picture, server } = await servePicture(bytes);
		const sent = await fetch(`${server.origin}/p.svg`);
		expect(new Uint8Array(await sent.arrayBuffer())).toEqual(bytes);
		writeFileSync(picture, "");
		const empty = await server.until("/p.svg", ({ status }) => status === 200);
		expect(empty.body).toBe("");
	});
});
