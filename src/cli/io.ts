import type { NewsroomLine } from "./newsroom/messages.ts";

/** What a command may use of the process that runs it. */
export interface Io {
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Where relative paths count from. */
	readonly folder: string;
	readonly clock: () => Date;
	/** Asks another server. */
	readonly fetch: typeof fetch;
	/** Writes a line to standard output: what the command was asked for. */
	print(line: string): void;
	/** Writes a line to standard error: what people should know. */
	report(line: string): void;
	/** Where standard output goes: people at a terminal get code frames. */
	readonly output: "terminal" | "pipe";
	/** Where standard error goes: people at a terminal get a bar of progress, a log a line now and then. */
	readonly reports: "terminal" | "pipe";
	/** Resolves when the process is asked to end (SIGTERM, SIGINT); until it is called, that ends it at once. */
	interrupted(): Promise<void>;
	/** Starts a newsroom elsewhere than in a thread of its own. */
	readonly openNewsroom?: () => NewsroomLine;
	/** Shows a line at the terminal in place of the one that it showed before; an empty one wipes it. */
	progress(line: string): void;
}
