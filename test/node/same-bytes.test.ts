import { cpSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ServedDocument, Shelf } from "../../src/http/shelf.ts";
import { layOutFiles } from "../../src/node/lay-out-files.ts";
import type { Publication } from "../../src/publication/document-plan.ts";
import { dumpMemory } from "../../src/publication/memory.ts";
import { makeFolder } from "../cli/run-cli.ts";
import {
	type ChangingFolder,
	createChangingFolder,
	type Edit,
	editKinds,
} from "./changing-folder.ts";
import { listRecords, type OpenSite, openSite } from "./open-site.ts";

/** Some time passes, then people edit, then somebody asks. */
interface Step {
	readonly seconds: number;
	readonly edits: readonly Edit[];
	/** Which documents are asked for: every one, or one in some. */
	readonly everyNth: number;
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({
	kind: fc.constantFrom(...editKinds),
	at: fc.nat(1000),
	variant: fc.nat(1000),
});

const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(
	fc.record({
		seconds: fc.constantFrom(1, 2, 60, 3600, 7200, 40 * 86_400),
		edits: fc.array(anyEdit, { maxLength: 3 }),
		everyNth: fc.constantFrom(1, 1, 3),
	}),
	{ minLength: 3, maxLength: 8 },
);

/** How often it is tried; more, by hand, after a change of what is kept from one publication to the next. */
const runs = Number(process.env.SAME_BYTES_RUNS ?? 8);

describe("what is served of a folder that people change", () => {
	it(
		"is the same to the byte from a server that goes on, from one that starts again, from one that knows only what was published, and in a build",
		async () => {
			await fc.assert(fc.asyncProperty(anySteps, playSteps), { numRuns: runs });
		},
		60_000 + runs * 10_000,
	);
});

async function playSteps(steps: readonly Step[]): Promise<void> {
	const root = await makeFolder();
	let now = new Date("2026-06-01T12:00:00Z");
	const articles = join(root, "articles");
	mkdirSync(articles);
	const folder = createChangingFolder(articles, now);
	const site = await openSite(articles, join(root, "state"));
	const known = new Set<string>();
	try {
		noteAddresses(known, await site.publish(now));
		await see(site, [...known], now);
		for (const [number, step] of steps.entries()) {
			now = new Date(now.getTime() + step.seconds * 1000);
			await playStep(step, {
				site,
				folder,
				known,
				articles,
				root: join(root, String(number)),
				now,
			});
		}
		await compareBuild(site, join(root, "out"), now);
	} finally {
		await site.close();
	}
}

interface Scene {
	readonly site: OpenSite;
	readonly folder: ChangingFolder;
	readonly articles: string;
	/** Every address at which something stands or stood. */
	readonly known: Set<string>;
	/** For states of this step's own. */
	readonly root: string;
	readonly now: Date;
}

/** One server goes on over the edits; two that know the state from before them begin after them. */
async function playStep({ edits, everyNth }: Step, scene: Scene): Promise<void> {
	const { site, folder, known, articles, root, now } = scene;
	await site.settle();
	cpSync(join(root, "../state"), join(root, "warm"), { recursive: true });
	const records = [...dumpMemory(site.memory)];
	for (const edit of edits) site.note(folder.edit(edit, now));

	noteAddresses(known, edits.length > 0 ? await site.publish(now) : await site.publishAgain(now));
	const asked = [...known].filter((_, index) => index % everyNth === 0);
	const expected = await see(site, asked, now);
	for (const [state, stored] of [
		["warm", []],
		["cold", records],
	] as const) {
		const other = await openSite(articles, join(root, state), stored);
		try {
			const addresses = new Set<string>();
			noteAddresses(addresses, await other.publish(now));
			expect([...addresses].filter((address) => !known.has(address))).toEqual([]);
			const seen = await see(other, asked, now);
			for (const address of asked)
				expect(seen.get(address), `${state} ${address}`).toEqual(expected.get(address));
			if (everyNth === 1)
				expect(listRecords(other.memory), state).toEqual(listRecords(site.memory));
		} finally {
			await other.close();
		}
	}
}

/** What a client is told at an address. */
async function seeOne({ shelf }: OpenSite, address: string, now: Date): Promise<unknown> {
	const found = await shelf.find(address, now);
	if (!found || !("document" in found)) return found;
	const { document } = found;
	const changes = await shelf.readChanges?.(document, (etag) => etag !== document.etag);
	const selected =
		document.hasSelections &&
		(await shelf.select?.(document, { tags: [], authors: [], limit: 2 }, now));
	return {
		document,
		body: textOf(await bytesOf(shelf, document)),
		...(changes && { changes: textOf(changes) }),
		...(selected && { selected, selectedBody: textOf(await bytesOf(shelf, selected)) }),
	};
}

async function see(
	site: OpenSite,
	addresses: readonly string[],
	now: Date,
): Promise<ReadonlyMap<string, unknown>> {
	const seen = new Map<string, unknown>();
	for (const address of addresses) seen.set(address, await seeOne(site, address, now));
	return seen;
}

async function bytesOf(shelf: Shelf, document: ServedDocument): Promise<Uint8Array> {
	const body = await shelf.read(document, "identity");
	const bytes = body instanceof Uint8Array ? body : await new Response(body).bytes();
	expect(bytes.length).toBe(document.sizeInBytes);
	if (!document.codings.includes("gzip")) return bytes;
	const coded = await shelf.read(document, "gzip");
	if (coded instanceof Uint8Array) expect(gunzipSync(coded).equals(bytes)).toBe(true);
	return bytes;
}

function textOf(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}

/** Every address at which something stands or stood; what is known grows with each publication. */
function noteAddresses(known: Set<string>, { all, moved, gone }: Publication): void {
	for (const { address } of all()) known.add(address);
	for (const address of [...moved.keys(), ...gone]) known.add(address);
}

/** A build writes what the servers serve, file by file, each with its Last-Modified. */
async function compareBuild(site: OpenSite, out: string, now: Date): Promise<void> {
	const publication = await site.write(out);
	for (const [file, { address }] of layOutFiles(publication.all()).files) {
		const found = await site.shelf.find(address, now);
		if (!found || !("document" in found)) throw new Error(`Nothing is served at ${address}.`);
		const { document } = found;
		const body = textOf(await bytesOf(site.shelf, document));
		expect([address, readFileSync(join(out, file), "utf8")]).toEqual([address, body]);
		if (document.lastModified)
			expect([address, statSync(join(out, file)).mtime]).toEqual([address, document.lastModified]);
	}
}
