import { type HeaderList, type Manner, type RawResponse, sendRaw } from "./raw-http.ts";

/** A server under test. */
export interface RunningServer {
	/** `http://127.0.0.1:3000` */
	readonly origin: string;
	/** The path of the address that it publishes under: "" or "/blog". */
	readonly basePath?: string;
	close(): Promise<void>;
}

/** Asks the server under test, with the bytes of `target` as they stand. */
export interface Client {
	get(target: string, headers?: Readonly<Record<string, string>>): Promise<RawResponse>;
	head(target: string, headers?: Readonly<Record<string, string>>): Promise<RawResponse>;
	send(method: string, target: string, headers?: HeaderList): Promise<RawResponse>;
	basePath(): string;
}

export function createClient(server: () => RunningServer, manner?: Manner): Client {
	const send: Client["send"] = (method, target, headers = []) =>
		sendRaw(server().origin, { method, target, headers }, manner);
	return {
		send,
		get: (target, headers = {}) => send("GET", target, Object.entries(headers)),
		head: (target, headers = {}) => send("HEAD", target, Object.entries(headers)),
		basePath: () => server().basePath ?? "",
	};
}

/** The ETag and Last-Modified of a document, both of which must be there. */
export async function validatorsOf(
	client: Client,
	target: string,
): Promise<{ etag: string; lastModified: string }> {
	const response = await client.get(target);
	const etag = response.header("etag");
	const lastModified = response.header("last-modified");
	if (response.status !== 200 || etag === undefined || lastModified === undefined) {
		throw new Error(
			`${target}: status ${response.status}, ETag ${etag}, Last-Modified ${lastModified}`,
		);
	}
	return { etag, lastModified };
}
