import type { HeaderReader } from "./conditional.ts";
import type { PlainHeaders } from "./headers.ts";
import type { Body } from "./shelf.ts";

/** What goes into a `Response`. A `Content-Encoding` here means that the body is coded already. */
export interface PlainResponseInit {
	readonly status: number;
	readonly headers: PlainHeaders;
}

/** A request, a way to read its headers, and when it came. */
export interface Asked {
	readonly request: Request;
	/** Its URL: a runtime may make the text anew each time that it is asked for. */
	readonly url: string;
	readonly header: HeaderReader;
	readonly now: Date;
}

/** What a runtime lends to the HTTP app besides its documents. */
export interface AppOptions {
	/**
	 * The path of the address at which feeds are published (`feedsUrl`), percent-decoded, without a slash at its end:
	 * "" or "/blog". Requests are answered with it and without it; redirects always go to where it is.
	 */
	readonly basePath: string;
	clock(): Date;
	/**
	 * Reads the headers of a request, where the runtime has a cheaper way than `request.headers`. `env` is what it gave to
	 * `fetch` with the request.
	 */
	readHeaders?(request: Request, env: unknown): HeaderReader;
	/** The Accept-Encoding that the client sent, undefined if none. At Cloudflare's edge the request's own header is the edge's. */
	acceptEncoding(request: Request, header: HeaderReader): string | undefined;
	/** Makes the runtime's `Response`; Workers must be told to leave a coded body as it is. */
	buildResponse(body: Body | string | null, init: PlainResponseInit): Response;
	/** Whether there is more to do than can be done: then only what needs no body is answered (requirements 44, 47). */
	isOverloaded(): boolean;
	/** Told of whatever was thrown while answering, for the log; the client learns nothing of it. */
	onError(error: Error): void;
}
