/**
 * The least that a `node:http` server can do and still answer a poll: it looks the address up, compares If-None-Match
 * with the entity tag, chooses gzip or not, and sends bytes and headers that were prepared.
 * `node bare-server.ts FILE`: see prepared.ts.
 */
import { createServer } from "node:http";
import process from "node:process";
import { readPrepared } from "./prepared.ts";

const documents = readPrepared(process.argv[2] ?? "");

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
