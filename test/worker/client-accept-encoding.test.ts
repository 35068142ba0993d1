import { describe, expect, it } from "vitest";
import { clientAcceptEncoding } from "../../src/worker/client-accept-encoding.ts";

describe("clientAcceptEncoding", () => {
	const headers = new Headers({ "Accept-Encoding": "br, gzip" });

	it("is what the edge says of the client, where the edge has put its own into the header (32)", () => {
		const cf = { colo: "HAM", clientAcceptEncoding: "gzip, zstd" };
		expect(clientAcceptEncoding({ headers, cf })).toBe("gzip, zstd");
	});

	it("is nothing where the edge knows of none: plain text can be read by everybody", () => {
		expect(clientAcceptEncoding({ headers, cf: { colo: "HAM" } })).toBeUndefined();
	});

	it("is the header in workerd alone", () => {
		expect(clientAcceptEncoding({ headers })).toBe("br, gzip");
		expect(clientAcceptEncoding({ headers, cf: {} })).toBe("br, gzip");
		expect(clientAcceptEncoding({ headers: new Headers() })).toBeUndefined();
	});
});
