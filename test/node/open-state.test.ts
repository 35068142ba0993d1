import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, it, vi } from "vitest";
import { locateState, openState } from "../../src/node/open-state.ts";
import { makeFolder } from "../cli/run-cli.ts";

const validators = (etag: string) => ({ etag, lastModified: 0 });

/** A state, and somebody who keeps it from being written, as a full disk does. */
async function openHindered(onUnstored?: (error: unknown) => void) {
	const folder = await makeFolder();
	const state = await openState(folder, "test", onUnstored);
	const other = new DatabaseSync(locateState(folder, "test").database);
	other.exec("BEGIN IMMEDIATE");
	return { folder, state, release: () => other.close() };
}

describe("a state that cannot be written for a while", () => {
	afterEach(() => {
		vi.restoreAllMocks();
	});

	it("says so once, goes on, and holds everything when it can be written again", async () => {
		const told: unknown[] = [];
		const { folder, state, release } = await openHindered((error) => told.push(error));
		state.memory.validators.set("/a", validators("first"));
		state.memory.commit();
		state.memory.validators.set("/b", validators("second"));
		state.memory.commit();
		expect(told).toEqual([expect.objectContaining({ message: "database is locked" })]);
		release();
		const later = performance.now() + 60_000;
		vi.spyOn(performance, "now").mockReturnValue(later);
		state.memory.validators.set("/c", validators("third"));
		state.memory.commit();
		state.close();
		const again = await openState(folder, "test");
		const known = ["/a", "/b", "/c"].map((key) => again.memory.validators.get(key)?.etag);
		expect(known).toEqual(["first", "second", "third"]);
		again.close();
	});

	it("throws where nobody wants to go on without it, and says why", async () => {
		const { state, release } = await openHindered();
		state.memory.validators.set("/a", validators("first"));
		expect(() => state.memory.commit()).toThrow("database is locked");
		release();
		state.memory.commit();
		state.close();
	});
});
