import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Client } from "./client.ts";
import { documents } from "./publication.ts";

/** Stands in whatever a request says, and in no document. */
const canary = "xq7canary7qx";

const headerNames = [
	"Host",
	"User-Agent",
	"Accept",
	"Accept-Language",
	"Accept-Encoding",
	"If-None-Match",
	"If-Modified-Since",
	"If-Match",
	"A-IM",
	"Range",
	"Origin",
	"Referer",
	"Cookie",
	"Authorization",
	"Forwarded",
	"X-Forwarded-Host",
	"X-Forwarded-Proto",
	"X-Original-URL",
	"X-Rewrite-URL",
	"X-HTTP-Method-Override",
	"Access-Control-Request-Method",
	"Access-Control-Request-Headers",
	"Via",
	"X-Request-Id",
	"Traceparent",
];

const targets = [...documents.map(encodeURI), "/healthz", "/news", "/news/index.html", "/nothing"];

/** Nothing that a request says comes back: no header can be split, no page poisoned, no script smuggled in. */
export function describeReflection(client: Client): void {
	describe("what a request says", () => {
		it("stands in no header and no body of the response", async () => {
			const values = fc.constantFrom(
				canary,
				`"${canary}"`,
				`<script>${canary}</script>`,
				`https://${canary}.example/`,
				`${canary}.example`,
				`text/html, ${canary}/*;q=0.1`,
				`bytes=0-1;${canary}`,
			);
			const headers = fc.uniqueArray(fc.tuple(fc.constantFrom(...headerNames), values), {
				selector: ([name]) => name,
				maxLength: 6,
			});
			const ending = fc.constantFrom(
				"",
				`?${canary}`,
				`?a=%0d%0a${canary}:1&<${canary}>`,
				`${canary}`,
				`/${canary}/`,
				`%0d%0aX-${canary}:%20a`,
				`/..%2f${canary}`,
			);
			const method = fc.constantFrom("GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "PROPFIND");
			await fc.assert(
				fc.asyncProperty(
					method,
					fc.constantFrom(...targets),
					ending,
					headers,
					async (method, target, end, sent) => {
						const response = await client.send(method, target + end, [
							...sent,
							["Content-Length", "0"],
						]);
						const said = `${JSON.stringify(response.headers)}${response.afterHeaders.toString("latin1")}`;
						expect(said.toLowerCase()).not.toContain(canary);
						expect(response.status).toBeLessThan(500);
					},
				),
				{ numRuns: 150 },
			);
		});
	});
}
