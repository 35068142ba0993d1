import { describe, expect, it } from "vitest";
import { buildEdgeSite } from "../../src/http/build-edge-site.ts";
import { digestBytes } from "../../src/node/node-runtime.ts";
import { chooseRows, composeSelection } from "../../src/publication/catalog.ts";
import { decodeCatalog } from "../../src/publication/catalog-file.ts";
import { createPublisher } from "../../src/publication/create-publisher.ts";
import { type EdgeShard, shardAsset, shardOf } from "../../src/publication/edge-site.ts";
import { createShortMemory } from "../../src/publication/memory.ts";
import type { Selection } from "../../src/publication/selection.ts";
import { article, openSampleSite } from "../publication/sample-folder.ts";
import { openSelectedSite } from "./selected-site.ts";

type Files = Readonly<Record<string, string>>;

const now = "2026-06-01T12:00:00Z";
const settings = { limit: 2 };
const files = {
	"_index.md": "---\ntitle: The Gazette\nlanguage: en\n---\n",
	...Object.fromEntries(
		Array.from({ length: 9 }, (_, n) => [
			`news/p${n}.md`,
			`${article(`P${n} & <b>`, `2026-01-0${n + 1}`, `tags: [all, t${n % 3}, __proto__]`)}Text ${n}: é😀]]>\n`,
		]),
	),
	"news/later.md": article("Later", "2026-07-01", "tags: [all]"),
};

/** The assets of a site that is prepared for the edge. */
async function prepare(
	files: Files,
	limit: number,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
	const assets = new Map<string, Uint8Array<ArrayBuffer>>();
	const memory = createShortMemory();
	const contents = await openSampleSite(files, { limit }).read();
	const publish = createPublisher(memory, { digest: digestBytes });
	await buildEdgeSite(
		{
			publicationAt: (instant) => publish(contents, instant),
			now: new Date(now),
			feedsUrl: "https://example.org",
			formerValidators: () => undefined,
			formerEditions: () => [],
			noteDocument: () => undefined,
			formerCatalog: () => undefined,
			noteCatalog: () => undefined,
			renderManifest: () => "{}",
		},
		{
			digest: digestBytes,
			compress: async (bytes) => bytes,
			readFile: async () => new Uint8Array(),
			writeAsset: async (path, bytes) => {
				assets.set(path, new Uint8Array(bytes));
			},
		},
	);
	return assets;
}

/** A selection as it is put together from assets alone. */
async function compose(
	address: string,
	selection: Selection,
	at: string,
	site: { readonly files: Files; readonly limit: number } = { files, limit: 2 },
): Promise<string> {
	const assets = await prepare(site.files, site.limit);
	const read = (path: string): Uint8Array<ArrayBuffer> => {
		const bytes = assets.get(path);
		if (!bytes) throw new Error(`There is no asset ${path}.`);
		return bytes;
	};
	const count = [...assets.keys()].filter((path) => path.startsWith("/manifest/")).length;
	const manifest = new TextDecoder().decode(read(shardAsset(shardOf(address, count))));
	const shard: EdgeShard = JSON.parse(manifest);
	const entry = shard[address];
	if (!entry || !("selections" in entry) || !entry.selections) throw new Error("No selections.");
	const { format, catalogs } = entry.selections;
	const version = catalogs.findLast(([from]) => from <= new Date(at).getTime());
	if (!version) throw new Error("No catalog.");
	const [, asset, start, length, columnBytes] = version;
	const catalog = decodeCatalog(read(asset).slice(start, start + length).buffer, columnBytes);
	const chosen = chooseRows(catalog, selection);
	const entries = chosen.rows.map((row) => {
		const { asset, start, length } = catalog.entryOf(row, format);
		return read(asset).subarray(start, start + length);
	});
	return new TextDecoder().decode(composeSelection(catalog, chosen, format, entries));
}

const selections: readonly (readonly [string, string, Selection])[] = [
	["/rss.xml", "?limit=1", { tags: [], authors: [], limit: 1 }],
	["/news/atom.xml", "?limit=7", { tags: [], authors: [], limit: 7 }],
	["/news/feed.json", "?limit=100", { tags: [], authors: [], limit: 100 }],
	["/tags/all/rss.xml", "?limit=8", { tags: [], authors: [], limit: 8 }],
	["/tags/all/feed.json", "?tag=t1", { tags: ["t1"], authors: [] }],
	["/rss.xml", "?limit=9&tag=t2", { tags: ["t2"], authors: [], limit: 9 }],
	["/news/atom.xml", "?limit=9&tag=t2", { tags: ["t2"], authors: [], limit: 9 }],
	[
		"/news/rss.xml",
		"?lang=en&tag=__proto__&tag=t0",
		{ tags: ["__proto__", "t0"], authors: [], language: "en" },
	],
];

describe("selections at the edge", () => {
	it.each(selections)(
		"%s%s has the bytes that Node renders (160)",
		async (address, query, selection) => {
			const node = openSelectedSite(files, settings);
			await node.publish(now);
			const rendered = await (await node.ask(address + query)).text();
			expect(await compose(address, selection, now)).toBe(rendered);
		},
	);

	it("hold what can be read from 40 documents, on Node as well", async () => {
		const many = Object.fromEntries(
			Array.from({ length: 50 }, (_, n) => [
				`p${n}.md`,
				article(`P${n}`, `2026-01-01T00:00:${String(n).padStart(2, "0")}Z`),
			]),
		);
		const node = openSelectedSite(many, { limit: 1 });
		await node.publish(now);
		const rendered = await (await node.ask("/rss.xml?limit=50")).text();
		expect(rendered.match(/<item>/g)).toHaveLength(40);
		const selection = { tags: [], authors: [], limit: 50 };
		expect(await compose("/rss.xml", selection, now, { files: many, limit: 1 })).toBe(rendered);
	});

	it("know what is scheduled at its instant, and not before", async () => {
		const node = openSelectedSite(files, settings);
		await node.publish("2026-07-01T00:00:00Z");
		const rendered = await (await node.ask("/tags/all/rss.xml?limit=4")).text();
		const selection = { tags: [], authors: [], limit: 4 };
		expect(rendered).toContain("Later");
		expect(await compose("/tags/all/rss.xml", selection, "2026-07-01T00:00:00Z")).toBe(rendered);
		expect(await compose("/tags/all/rss.xml", selection, "2026-06-30T23:59:59Z")).not.toContain(
			"Later",
		);
	});
});
