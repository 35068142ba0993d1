/**
 * The least that a server over `node:net` can do: it takes whatever comes for one whole request, looks for the path and
 * two fields in it, and writes heads and bodies that were prepared. No server for strangers: it shows what Node.js'
 * sockets cost, without any HTTP.
 * `node bare-connection.ts FILE`: see prepared.ts.
 */
import { createServer } from "node:net";
import process from "node:process";
import { readPrepared } from "./prepared.ts";

function renderHead(status: string, headers: Readonly<Record<string, string>>): string {
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
	return `HTTP/1.1 ${status}\r\n${lines.join("")}Date: ${new Date().toUTCString()}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=30\r\n\r\n`;
}

const documents = new Map(
	Array.from(readPrepared(process.argv[2] ?? ""), ([path, document]) => [
		path,
		{
			condition: `\r\nIf-None-Match: ${document.etag}\r\n`,
			notModified: renderHead("304 Not Modified", document.notModified),
			gzip: { head: renderHead("200 OK", document.gzip.headers), bytes: document.gzip.bytes },
			identity: {
				head: renderHead("200 OK", document.identity.headers),
				bytes: document.identity.bytes,
			},
		},
	]),
);

const server = createServer({ noDelay: true }, (socket) => {
	socket.on("error", () => socket.destroy());
	socket.on("data", (chunk) => {
		const text = chunk.toString("latin1");
		const pathStart = text.indexOf(" ") + 1;
		const document = documents.get(text.slice(pathStart, text.indexOf(" ", pathStart)));
		if (document === undefined) {
			socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
		} else if (text.startsWith("HEAD")) {
			socket.end(document.identity.head);
		} else if (text.includes(document.condition)) {
			socket.write(document.notModified, "latin1");
		} else {
			const { head, bytes } = text.includes("gzip") ? document.gzip : document.identity;
			socket.cork();
			socket.write(head, "latin1");
			socket.write(bytes);
			socket.uncork();
		}
	});
});
server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () => {
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	process.stdout.write(`Ready at http://127.0.0.1:${port}\n`);
});
