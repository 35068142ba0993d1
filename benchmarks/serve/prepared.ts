import { readFileSync } from "node:fs";

interface PreparedAnswer {
	readonly headers: Readonly<Record<string, string>>;
	/** In base64. */
	readonly body: string;
}

/** What servers are to send, by path. */
export type PreparedAnswers = Readonly<
	Record<
		string,
		{
			readonly etag: string;
			readonly gzip: PreparedAnswer;
			readonly identity: PreparedAnswer;
			readonly notModified: PreparedAnswer;
		}
	>
>;

/** A document with its answers, as they are to be sent. */
export interface PreparedDocument {
	readonly etag: string;
	readonly notModified: PreparedAnswer["headers"];
	readonly gzip: PreparedBody;
	readonly identity: PreparedBody;
}

interface PreparedBody {
	readonly headers: PreparedAnswer["headers"];
	readonly bytes: Buffer;
}

/** Reads such answers from a file of JSON. */
export function readPrepared(file: string): ReadonlyMap<string, PreparedDocument> {
	const prepared: PreparedAnswers = JSON.parse(readFileSync(file, "utf8"));
	const decode = ({ headers, body }: PreparedAnswer): PreparedBody => ({
		headers,
		bytes: Buffer.from(body, "base64"),
	});
	return new Map(
		Object.entries(prepared).map(([path, { etag, gzip, identity, notModified }]) => [
			path,
			{
				etag,
				notModified: notModified.headers,
				gzip: decode(gzip),
				identity: decode(identity),
			},
		]),
	);
}
