import { setTimeout as pause } from "node:timers/promises";

/** What must come to be seen after an edit. */
export interface Expectation {
	/** What was done, in a few words. */
	readonly edit: string;
	/** An address below the origin. */
	readonly address: string;
	/** Milliseconds from the edit on that do not count: an article's time has yet to come. */
	readonly notBefore?: number;
	isMet(answer: {
		readonly status: number;
		readonly location: string;
		readonly body: string;
	}): boolean;
}

/** How long an edit may take to be seen, in milliseconds. */
const patience = 30_000;

/** Between two questions, in milliseconds: many edits are waited for at once. */
const interval = 50;

/** Asks until an expectation is met: milliseconds since the edit, or undefined where it never was. */
export async function waitUntilMet(
	origin: string,
	{ address, notBefore = 0, isMet }: Expectation,
): Promise<number | undefined> {
	const start = performance.now() + notBefore;
	await pause(notBefore);
	let tag = '"none"';
	while (performance.now() < start + patience) {
		const response = await fetch(origin + encodeURI(address), {
			redirect: "manual",
			headers: { "If-None-Match": tag },
			signal: AbortSignal.timeout(patience),
		});
		const body = await response.text();
		const location = response.headers.get("location") ?? "";
		if (isMet({ status: response.status, location, body })) return performance.now() - start;
		tag = response.headers.get("etag") ?? '"none"';
		await pause(interval);
	}
	return undefined;
}
