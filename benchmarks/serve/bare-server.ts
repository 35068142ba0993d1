/**
 * The least that a `node:http` server can do and still answer a poll: it looks the address up, compares If-None-Match
 * with the entity tag, chooses gzip or not, and sends bytes and headers that were prepared.
 * `node bare-server.ts FILE`: FILE is JSON, see {@link PreparedAnswers}.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import process from "node:process";

interface PreparedAnswer {
	readonly headers: Readonly<Record<string, string>>;
	/** In base64. */
	readonly body: string;
}

/** By path. */
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

const prepared: PreparedAnswers = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const documents = new Map(
	Object.entries(prepared).map(([path, { etag, gzip, identity, notModified }]) => [
		path,
		{
			etag,
			notModified: notModified.headers,
			gzip: { headers: gzip.headers, bytes: Buffer.from(gzip.body, "base64") },
			identity: { headers: identity.headers, bytes: Buffer.from(identity.body, "base64") },
		},
	]),
);

const server = createServer((request, response) => {
	const document = documents.get(request.url ?? "");
	if (document === undefined) {
		response.writeHead(404).end();
		return;
	}
	if (request.headers["if-none-match"] === document.etag) {
		response.writeHead(304, document.notModified).end();
		return;
	}
	const takesGzip = request.headers["accept-encoding"]?.includes("gzip");
	const { headers, bytes } = takesGzip ? document.gzip : document.identity;
	response.writeHead(200, headers).end(bytes);
});
server.listen(0, "127.0.0.1", () => {
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	process.stdout.write(`Ready at http://127.0.0.1:${port}\n`);
});
