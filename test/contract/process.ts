import { type ChildProcess, spawn } from "node:child_process";
import type { RunningServer } from "./client.ts";

const readyWithinMilliseconds = 60_000;
const endedWithinMilliseconds = 10_000;

/** Starts a command that prints a line with `http://HOST:PORT` when it is ready, in a process group of its own. */
export async function startServer(
	command: readonly [string, ...string[]],
	environment: Readonly<Record<string, string>>,
): Promise<RunningServer> {
	const [program, ...args] = command;
	const child = spawn(program, args, {
		detached: true,
		stdio: ["ignore", "pipe", "pipe"],
		env: { ...process.env, ...environment },
	});
	try {
		const origin = await readOrigin(child);
		return { origin, close: () => endGroup(child) };
	} catch (error) {
		await endGroup(child);
		throw error;
	}
}

function readOrigin(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let [output, errors] = ["", ""];
		const fail = (reason: string): void => reject(new Error(`${reason}\n${output}\n${errors}`));
		const timer = setTimeout(
			() => fail("The server was not ready in time."),
			readyWithinMilliseconds,
		);
		child.on("error", (error) => fail(error.message));
		child.on("exit", (code) => fail(`The server ended with ${code}.`));
		child.stderr?.on("data", (chunk: Buffer) => {
			errors += chunk.toString();
		});
		child.stdout?.on("data", (chunk: Buffer) => {
			output += chunk.toString();
			const origin = /^.*(http:\/\/[^\s/]+:\d+).*\n/m.exec(output)?.[1];
			if (origin === undefined) return;
			clearTimeout(timer);
			resolve(origin);
		});
	});
}

async function endGroup(child: ChildProcess): Promise<void> {
	const { pid } = child;
	if (pid === undefined) return;
	const ended =
		child.exitCode !== null || child.signalCode !== null
			? Promise.resolve()
			: new Promise<void>((resolve) => child.once("exit", () => resolve()));
	signalGroup(pid, "SIGTERM");
	const timer = setTimeout(() => signalGroup(pid, "SIGKILL"), endedWithinMilliseconds);
	await ended;
	clearTimeout(timer);
	signalGroup(pid, "SIGKILL");
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch {
		// Nobody is left in the group.
	}
}
