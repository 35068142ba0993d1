import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";

const connections = 1500;
const limitFile = "/proc/sys/net/core/somaxconn";
const systemAllows = existsSync(limitFile) ? Number(readFileSync(limitFile, "utf8")) : 0;

/** A server in a process of its own, which can be stopped in the middle of its work. */
const program = `
const { listen } = await import(${JSON.stringify(pathToFileURL("src/node/listen.ts").href)});
const { origin } = await listen(() => new Response("ok"), { host: "127.0.0.1", port: 0 });
console.log(new URL(origin).port);
`;

describe("listen", () => {
	it.skipIf(systemAllows < connections)(
		"lets 1,500 clients connect at once while it is busy, so that none has to try again",
		async () => {
			const server = spawn(process.execPath, ["--input-type=module", "-e", program], {
				stdio: ["ignore", "pipe", "inherit"],
			});
			onTestFinished(() => {
				server.kill("SIGKILL");
			});
			const [port] = await once(server.stdout, "data");
			server.kill("SIGSTOP");
			let connected = 0;
			const sockets: Socket[] = Array.from({ length: connections }, () =>
				connect(Number(port), "127.0.0.1", () => {
					connected += 1;
				}).on("error", () => {}),
			);
			onTestFinished(() => {
				for (const socket of sockets) socket.destroy();
			});
			await expect.poll(() => connected, { timeout: 5000 }).toBe(connections);
		},
	);
});
