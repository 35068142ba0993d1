import { afterAll, beforeAll, describe } from "vitest";
import { describeAddresses } from "./addresses.ts";
import { createClient, type RunningServer } from "./client.ts";
import { describeConditionalRequests } from "./conditional-requests.ts";
import { describeContent } from "./content.ts";
import { describeEncodings } from "./encodings.ts";
import { describeHeaders } from "./headers.ts";
import { describeMethods } from "./methods.ts";
import { describePeople } from "./people.ts";
import type { Manner } from "./raw-http.ts";
import { describeReflection } from "./reflection.ts";

/**
 * The whole HTTP contract, spoken to a running server that serves `test/fixtures/publication` as `https://example.org`.
 * Numbers in the tests' names are those of the feed requirements.
 */
export function describeContract(
	name: string,
	start: () => Promise<RunningServer>,
	manner?: Manner,
): void {
	describe(name, () => {
		let server: RunningServer | undefined;
		const client = createClient(() => {
			if (server === undefined) throw new Error("The server is not running.");
			return server;
		}, manner);
		beforeAll(async () => {
			server = await start();
		}, 90_000);
		afterAll(() => server?.close());

		describeHeaders(client);
		describeConditionalRequests(client);
		describeEncodings(client);
		describeMethods(client);
		describeAddresses(client);
		describeContent(client);
		describePeople(client);
		describeReflection(client);
	});
}
