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

/** The same as a `Response` that is whole. */
export function buildWholeResponse(response: Response): Response {
	if (!(response instanceof LightResponse)) return response;
	const { body, status, headers } = response;
	return new Response(body, { status, headers });
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
