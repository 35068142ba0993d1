import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export interface RunningServer {
	readonly origin: string;
	/** The process that answers. */
	readonly pid: number;
	stop(): Promise<void>;
}

/** In milliseconds. */
const readyWithin = 120_000;

/** Starts a server on one core that prints its origin when it is ready. */
export async function startOnCore(
	core: number,
	command: readonly string[],
): Promise<RunningServer> {
	const child = spawn("taskset", ["-c", `${core}`, ...command], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	let told = "";
	child.stderr.on("data", (chunk: Buffer) => {
		told += chunk.toString();
	});
	const ended = once(child, "close").then(() => Promise.reject(new Error(`It ended:\n${told}`)));
	ended.catch(() => undefined);
	const signal = AbortSignal.timeout(readyWithin);
	for (;;) {
		const origin = /https?:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0];
		if (origin !== undefined && child.pid !== undefined)
			return { origin, pid: child.pid, stop: () => stop(child) };
		const [chunk] = await Promise.race([once(child.stdout, "data", { signal }), ended]);
		told += String(chunk);
	}
}

/** Starts nginx by its configuration. */
export async function startNginx(
	config: string,
	port: number,
	core: number,
): Promise<RunningServer> {
	const child = spawn("taskset", ["-c", `${core}`, "nginx", "-c", config], { stdio: "inherit" });
	const failed = once(child, "close").then(() => Promise.reject(new Error("nginx ended.")));
	failed.catch(() => undefined);
	await Promise.race([waitForPort(port), failed]);
	const [worker = "0"] = readFileSync(
		`/proc/${child.pid}/task/${child.pid}/children`,
		"utf8",
	).split(" ");
	return { origin: `http://127.0.0.1:${port}`, pid: Number(worker), stop: () => stop(child) };
}

/** A port that nobody listens on. */
export async function findPort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	server.close();
	await once(server, "close");
	return port;
}

async function waitForPort(port: number): Promise<void> {
	for (const end = Date.now() + readyWithin; Date.now() < end; await pause(20)) {
		const socket = connect(port, "127.0.0.1");
		const isOpen = await new Promise<boolean>((resolve) => {
			socket.once("connect", () => resolve(true));
			socket.once("error", () => resolve(false));
		});
		socket.destroy();
		if (isOpen) return;
	}
	throw new Error(`Nobody listens on ${port}.`);
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const closed = once(child, "close");
	child.kill("SIGTERM");
	await closed;
}
