import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { PreparedAnswers } from "./prepared.ts";

/** What nginx sends by itself, or by the file's name. */
const ownHeaders = new Set(
	[
		"Date",
		"ETag",
		"Last-Modified",
		"Content-Type",
		"Content-Length",
		"Content-Encoding",
		"Vary",
	].map((name) => name.toLowerCase()),
);

export interface NginxSettings {
	readonly port: number;
	/** Opens a file at each request, or remembers the open ones. */
	readonly files: "open" | "remember";
	/** Whether a line is logged for each request, as in Debian's configuration. */
	readonly log: "each request" | "nothing";
}

/**
 * Writes a folder for one nginx: the documents with their gzip beside them, and its configuration, whose path is given.
 * Debian's, with one worker and more connections than its 768.
 */
export function prepareNginx(
	folder: string,
	answers: PreparedAnswers,
	{ port, files, log }: NginxSettings,
): string {
	const locations = Object.entries(answers).map(([path, { gzip, identity }]) => {
		const file = join(folder, "www", path);
		mkdirSync(join(file, ".."), { recursive: true });
		writeFileSync(file, Buffer.from(identity.body, "base64"));
		writeFileSync(`${file}.gz`, Buffer.from(gzip.body, "base64"));
		const headers = Object.entries(identity.headers)
			.filter(([name]) => !ownHeaders.has(name.toLowerCase()))
			.map(([name, value]) => `\t\t\tadd_header ${name} ${JSON.stringify(value)};`);
		const type = identity.headers["Content-Type"] ?? identity.headers["content-type"] ?? "";
		return `\t\tlocation = ${path} {\n\t\t\ttypes { }\n\t\t\tdefault_type ${JSON.stringify(type)};\n${headers.join("\n")}\n\t\t}`;
	});
	const config = `worker_processes 1;
${process.getuid?.() === 0 ? "user root;" : ""}
daemon off;
pid ${join(folder, "nginx.pid")};
error_log ${join(folder, "error.log")};
events {
	worker_connections 4096;
}
http {
	sendfile on;
	tcp_nopush on;
	types_hash_max_size 2048;
	access_log ${log === "nothing" ? "off" : join(folder, "access.log")};
	gzip on;
	gzip_static on;
	gzip_vary on;
	${files === "remember" ? "open_file_cache max=100;" : ""}
	client_body_temp_path ${join(folder, "body")};
	proxy_temp_path ${join(folder, "proxy")};
	fastcgi_temp_path ${join(folder, "fastcgi")};
	uwsgi_temp_path ${join(folder, "uwsgi")};
	scgi_temp_path ${join(folder, "scgi")};
	server {
		listen 127.0.0.1:${port};
		root ${join(folder, "www")};
${locations.join("\n")}
	}
}
`;
	const file = join(folder, "nginx.conf");
	writeFileSync(file, config);
	return file;
}
