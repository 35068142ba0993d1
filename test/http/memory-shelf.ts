import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib";
import {
	type Body,
	type ContentCoding,
	contentCodings,
	type Found,
	type ServedDocument,
	type Shelf,
} from "../../src/http/shelf.ts";

interface SampleArticle {
	readonly address: string;
	/** The folders of the feeds that show it. */
	readonly shownIn: readonly string[];
}

const home = "https://example.org";
const lastModified = new Date("2026-03-04T05:06:07Z");

const folders: Readonly<Record<string, string>> = {
	"/": "Everything",
	"/news/": "News",
	"/news/business/": "Business",
	"/guides/": "Guides",
	"/empty/": "Empty",
	"/новости/": "Новости",
	"/tags/syndication/": "Tag Syndication",
	"/tags/caching/": "Tag Caching",
	"/authors/ada-lovelace/": "Ada Lovelace",
	"/authors/grace-hopper/": "Grace Hopper",
};

const articles: readonly SampleArticle[] = [
	{ address: "/welcome/", shownIn: ["/"] },
	{
		address: "/news/morning-paper/",
		shownIn: ["/", "/news/", "/tags/syndication/", "/authors/grace-hopper/"],
	},
	{ address: "/news/business/quarter/", shownIn: ["/", "/news/", "/news/business/"] },
	{ address: "/news/business/markets/", shownIn: ["/", "/news/", "/news/business/"] },
	{
		address: "/guides/polling/",
		shownIn: ["/", "/guides/", "/tags/syndication/", "/tags/caching/", "/authors/grace-hopper/"],
	},
	{ address: "/guides/validators/", shownIn: ["/", "/guides/", "/tags/caching/"] },
	{ address: "/guides/encodings/", shownIn: ["/", "/guides/", "/tags/caching/"] },
	{ address: "/новости/привет/", shownIn: ["/", "/новости/"] },
];

const published = "2026-01-02T03:04:05Z";

function renderSampleRss(folder: string, shown: readonly SampleArticle[]): string {
	const items = shown.map(({ address }) => {
		const url = home + encodeURI(address);
		const date = new Date(published).toUTCString();
		return `<item><title>${address}</title><link>${url}</link><guid isPermaLink="false">tag:${address}</guid><pubDate>${date}</pubDate></item>`;
	});
	const self = home + encodeURI(`${folder}rss.xml`);
	return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${folders[folder]}</title><link>${self}</link><description>-</description>${items.join("")}</channel></rss>`;
}

function renderSampleAtom(folder: string, shown: readonly SampleArticle[]): string {
	const entries = shown.map(({ address }) => {
		const url = home + encodeURI(address);
		return `<entry><id>tag:${address}</id><title>${address}</title><link rel="alternate" href="${url}"/><published>${published}</published><updated>${published}</updated></entry>`;
	});
	const self = home + encodeURI(`${folder}atom.xml`);
	return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>tag:${folder}</id><title>${folders[folder]}</title><updated>${published}</updated><link rel="self" href="${self}"/>${entries.join("")}</feed>`;
}

function renderSampleJson(folder: string, shown: readonly SampleArticle[]): string {
	const items = shown.map(({ address }) => ({
		id: `tag:${address}`,
		title: address,
		url: home + encodeURI(address),
		content_html: `<img src="${home}/news/business/chart.png">`,
		date_published: published,
	}));
	const feed_url = home + encodeURI(`${folder}feed.json`);
	const version = "https://jsonfeed.org/version/1.1";
	return JSON.stringify({ version, title: folders[folder], feed_url, items });
}

function renderSamplePage(address: string): string {
	const folder = address in folders ? address : "/";
	const own = home + encodeURI(folder);
	const links = [
		["application/atom+xml", "atom.xml"],
		["application/rss+xml", "rss.xml"],
		["application/feed+json", "feed.json"],
	].map(
		([type, file]) =>
			`<link rel="alternate" type="${type}" title="${folders[folder]} ${file}" href="${own}${file}">`,
	);
	return `<!doctype html><head><title>${address}</title>${links.join("")}</head><p id="page-subscribe">${address}`;
}

function renderSampleOpml(): string {
	const outlines = Object.keys(folders).map(
		(folder) => `<outline type="rss" text="-" xmlUrl="${home}${encodeURI(folder)}atom.xml"/>`,
	);
	return `<opml version="2.0"><body>${outlines.join("")}</body></opml>`;
}

/** A shelf of small documents at the addresses of `test/fixtures/publication`, read at once or a little later. */
export function createMemoryShelf(answers: "at once" | "later"): Shelf {
	const documents = new Map<
		string,
		{ readonly document: ServedDocument; readonly bytes: Buffer }
	>();
	const add = (
		address: string,
		contentType: string,
		kind: ServedDocument["kind"],
		bytes: Buffer,
	) => {
		const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
		const compressed = kind !== "file";
		documents.set(address, {
			bytes,
			document: {
				address,
				kind,
				contentType,
				etag: compressed ? `W/"${hash}"` : `"${hash}"`,
				maxAgeInSeconds: 1800,
				codings: compressed ? contentCodings : [],
				sizeInBytes: bytes.length,
				...(compressed ? { lastModified } : {}),
			},
		});
	};
	for (const folder of Object.keys(folders)) {
		const shown = articles.filter(({ shownIn }) => shownIn.includes(folder));
		const xml = (text: string) => Buffer.from(text, "utf8");
		add(
			`${folder}rss.xml`,
			"application/rss+xml; charset=utf-8",
			"feed",
			xml(renderSampleRss(folder, shown)),
		);
		add(
			`${folder}atom.xml`,
			"application/atom+xml; charset=utf-8",
			"feed",
			xml(renderSampleAtom(folder, shown)),
		);
		add(
			`${folder}feed.json`,
			"application/feed+json; charset=utf-8",
			"feed",
			xml(renderSampleJson(folder, shown)),
		);
	}
	for (const address of [...Object.keys(folders), ...articles.map((article) => article.address)]) {
		add(
			address,
			"text/html; charset=utf-8",
			"page",
			Buffer.from(renderSamplePage(address), "utf8"),
		);
	}
	add("/feeds.opml", "text/x-opml; charset=utf-8", "opml", Buffer.from(renderSampleOpml(), "utf8"));
	const picture = readFileSync("test/fixtures/publication/news/business/chart.png");
	add("/news/business/chart.png", "image/png", "file", picture);

	const find = (address: string): Found | undefined => {
		if (address === "/news/expired/") return { gone: true };
		const held = documents.get(address);
		return held === undefined ? undefined : { document: held.document };
	};
	const read = (
		document: ServedDocument,
		coding: ContentCoding | "identity",
	): Uint8Array<ArrayBuffer> => {
		const bytes = documents.get(document.address)?.bytes ?? Buffer.alloc(0);
		if (coding === "br") return Uint8Array.from(brotliCompressSync(bytes));
		if (coding === "zstd") return Uint8Array.from(zstdCompressSync(bytes));
		return Uint8Array.from(coding === "gzip" ? gzipSync(bytes) : bytes);
	};
	const health = {
		ready: true,
		articles: articles.length,
		feeds: Object.keys(folders).length * 3,
		documents: documents.size,
		lastChange: lastModified,
	};
	if (answers === "at once") return { find, read, health: () => health };
	return {
		find: async (address) => find(address),
		read: async (document, coding): Promise<Body> => read(document, coding),
		health: async () => health,
	};
}
