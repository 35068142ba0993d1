import type { Socket } from "node:net";
import type { Arrivals } from "./arrivals.ts";
import { LightRequest } from "./light-request.ts";
import { discardAnswer } from "./light-response.ts";
import { type PlainRequest, parsePlainRequest } from "./parse-request.ts";
import { type RenderedResponse, renderResponse } from "./render-response.ts";
import type { Repeats } from "./repeats.ts";

/** Times are in milliseconds. */
export interface ConnectionTimes {
	/** For the next request, or the first. */
	readonly keepAliveTimeout: number;
	/** For the other side to take a byte. */
	readonly stillness: number;
	/** How often `look` is called. */
	readonly lookInterval: number;
}

/** What came over a connection that is not plain. */
export interface Unusual {
	readonly bytes: Buffer;
	/** The answer to the first request in it, where one has been made or is being made. */
	readonly answer: Response | Promise<Response> | undefined;
}

/** What a plain connection needs. */
export interface Surroundings {
	readonly times: ConnectionTimes;
	answer(request: Request): Response | Promise<Response>;
	/** Whether only what has no body is answered, as `answer` knows too. */
	isOverloaded(): boolean;
	readonly repeats: Repeats | undefined;
	readonly arrivals: Arrivals;
	/** Takes the connection over; nothing here listens to it any more. */
	handOver(socket: Socket, unusual: Unusual): void;
	/** Told when an answer was not taken at once, and when it has been. */
	noteBusy(socket: Socket): void;
	noteIdle(socket: Socket): void;
}

/** A connection that is not handed over yet. */
export interface PlainConnection {
	/** Closes it if nothing was asked for too long: a timer for each connection would have to be set at each request. */
	look(): void;
	/** Closes it, behind the answer that is on its way. */
	close(): void;
}

/**
 * Answers plain requests over the bare connection, which costs two thirds of what it does through `node:http`. At the first other
 * bytes the connection is handed over, with all that was not answered (decisions/013-request-path.md).
 */
export function holdConnection(socket: Socket, surroundings: Surroundings): PlainConnection {
	const { times, arrivals, repeats } = surroundings;
	const mostLooks = Math.ceil(times.keepAliveTimeout / times.lookInterval);
	const keepAliveInSeconds = Math.floor(times.keepAliveTimeout / 1000);
	let waiting:
		| { readonly bytes: Buffer; readonly answer: Promise<Response> | undefined }
		| undefined;
	/** How often it was looked at since the last request. */
	let looks = 0;
	let isUnsent = false;
	let isClosing = false;
	let isHeld = true;

	function take(bytes: Buffer): void {
		looks = 0;
		// Whoever sends more before the answer came gets Node's queue.
		if (waiting) leave(Buffer.concat([waiting.bytes, bytes]), waiting.answer);
		else if (socket.writableLength > 0) leave(bytes);
		else read(bytes);
	}

	function read(bytes: Buffer): void {
		const text = bytes.toString("latin1");
		if (!arrivals.areComing()) {
			reply(text, bytes);
			return;
		}
		// What is not plain is Node's at once.
		const isKnown = repeats?.find(text) !== undefined;
		const plain = isKnown ? undefined : parsePlainRequest(text);
		if (isKnown || plain) replyLater(text, bytes, plain);
		else leave(bytes);
	}

	/** `parsed` is the request, where it has been parsed. */
	function replyLater(text: string, bytes: Buffer, parsed: PlainRequest | undefined): void {
		const putOff = { bytes, answer: undefined };
		waiting = putOff;
		arrivals.putOff(() => {
			if (waiting !== putOff) return;
			waiting = undefined;
			if (!socket.destroyed) reply(text, bytes, parsed);
		});
	}

	function reply(text: string, bytes: Buffer, parsed?: PlainRequest): void {
		if (repeat(text)) return;
		const plain = parsed ?? parsePlainRequest(text);
		const request = plain && new LightRequest(plain);
		if (request instanceof Request) ask(request, text, bytes);
		else leave(bytes);
	}

	/** Sends once more what was answered to the same text; false where that is not known. */
	function repeat(text: string): boolean {
		const known = repeats?.find(text);
		if (!known || (known.hasBody && surroundings.isOverloaded())) return false;
		socket.write(known.bytes, noteSent);
		if (known.hasBody) noteUnsent();
		if (isClosing) socket.destroySoon();
		return true;
	}

	function ask(request: Request, text: string, bytes: Buffer): void {
		let answer: Response | Promise<Response>;
		try {
			answer = surroundings.answer(request);
		} catch {
			// Through Node it fails again, and is answered with a 400 or a 500.
			leave(bytes);
			return;
		}
		if (answer instanceof Promise) {
			wait(answer, bytes);
			return;
		}
		const sent = send(answer, bytes);
		if (sent) repeats?.keep(text, sent);
	}

	function wait(answer: Promise<Response>, bytes: Buffer): void {
		waiting = { bytes, answer };
		const whenAwaited = (use: () => void): void => {
			if (waiting?.answer !== answer) return;
			waiting = undefined;
			use();
		};
		answer.then(
			(response) => whenAwaited(() => send(response, bytes)),
			() => whenAwaited(() => leave(bytes, answer)),
		);
	}

	/** Gives what was sent; undefined where Node has to send it. */
	function send(response: Response, bytes: Buffer): RenderedResponse | undefined {
		const rendered = renderResponse(response, keepAliveInSeconds);
		if (rendered) write(rendered);
		else leave(bytes, response);
		return rendered;
	}

	function write({ head, body }: RenderedResponse): void {
		if (body === null) {
			socket.write(head, "latin1");
		} else {
			socket.cork();
			socket.write(head, "latin1");
			socket.write(body, noteSent);
			socket.uncork();
			noteUnsent();
		}
		if (isClosing) socket.destroySoon();
	}

	function noteUnsent(): void {
		if (socket.writableLength === 0) return;
		isUnsent = true;
		surroundings.noteBusy(socket);
		// Node looks whether a byte was taken since it looked last.
		socket.setTimeout(times.stillness);
	}

	function noteSent(): void {
		if (!isUnsent) return;
		isUnsent = false;
		surroundings.noteIdle(socket);
		// Node sets times of its own.
		if (isHeld) socket.setTimeout(0);
	}

	function look(): void {
		if (waiting || isUnsent) return;
		looks += 1;
		// A request may have come that has not been read: to close then would be to refuse it.
		if (looks > mostLooks) setImmediate(closeIdle);
	}

	function closeIdle(): void {
		if (looks > mostLooks) socket.destroy();
	}

	function close(): void {
		isClosing = true;
		if (!waiting) socket.destroySoon();
	}

	function leave(bytes: Buffer, answer?: Response | Promise<Response>): void {
		waiting = undefined;
		isHeld = false;
		for (const [event, listener] of listeners) socket.off(event, listener);
		if (!socket.readableEnded && !socket.destroyed) {
			surroundings.handOver(socket, { bytes, answer });
			return;
		}
		// What has ended cannot be read once more, and `node:http` would not answer it either.
		socket.destroy();
		if (answer) void discardAnswer(answer);
	}

	const listeners = [
		["data", take],
		["end", close],
		["timeout", () => socket.destroy()],
		["error", () => socket.destroy()],
	] as const;
	for (const [event, listener] of listeners) socket.on(event, listener);
	return { look, close };
}
