import type { PlainResponseInit } from "../../http/options.ts";
import type { Body } from "../../http/shelf.ts";

/**
 * What an app answers: a `Response` as far as anybody asks for it. It is sent over a bare connection as it is, or made
 * whole for `@hono/node-server`.
 */
export class LightResponse {
	readonly body: Body | string | null;
	readonly status: number;
	readonly headers: PlainResponseInit["headers"];

	constructor(body: Body | string | null, { status, headers }: PlainResponseInit) {
		this.body = body;
		this.status = status;
		this.headers = headers;
	}
}

Object.setPrototypeOf(LightResponse.prototype, Response.prototype);

/** A light response, for whoever takes a `Response`. */
export function buildLightResponse(body: Body | string | null, init: PlainResponseInit): Response {
	const light = new LightResponse(body, init);
	return light instanceof Response ? light : new Response(body, init);
}

/** The same as a `Response` that is whole; `cut` is called where its body fails on the way. */
export function buildWholeResponse(response: Response, cut: () => void): Response {
	if (!(response instanceof LightResponse)) return response;
	const { body, status, headers } = response;
	const whole = body instanceof ReadableStream ? endWhereFailed(body, cut) : body;
	return new Response(whole, { status, headers });
}

/** `@hono/node-server` prints whatever a body fails with, and its trace; so this one ends. */
function endWhereFailed(
	body: ReadableStream<Uint8Array>,
	cut: () => void,
): ReadableStream<Uint8Array> {
	const reader = body.getReader();
	return new ReadableStream({
		async pull(controller) {
			try {
				const { done, value } = await reader.read();
				if (done) controller.close();
				else controller.enqueue(value);
			} catch {
				cut();
				controller.close();
			}
		},
		cancel: (reason) => reader.cancel(reason),
	});
}

/** Lets go of an answer that nobody gets: its body may have a file open. */
export async function discardAnswer(answer: Response | Promise<Response>): Promise<void> {
	try {
		const { body } = await answer;
		if (body instanceof ReadableStream) await body.cancel();
	} catch {
		// It failed by itself.
	}
}
