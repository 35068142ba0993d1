/** How soon a new article is served, and what publishing costs those who poll meanwhile. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BenchSettings, formatCount, scaled } from "./bench-settings.ts";
import { startBroadsheet, writeRunFlags } from "./broadsheet.ts";
import { createRandom, writeArticle } from "./corpus.ts";
import { pollAtFullSpeed, pollSteadily } from "./live/load.ts";
import { corpusShape, prepareCorpus } from "./prepared-corpus.ts";
import type { Row } from "./row.ts";
import { ratioOf, spreadOf } from "./spread.ts";
import { requireTools } from "./tools.ts";

const leastEdits = 30;
const editsPerRound = 10;
const mostPublished = 1000;
/** How often all pages are fetched before an edit. */
const crawls = 5;
/** Of each measurement under load, in seconds. */
const loadSeconds = 10;
const pace = { rate: 200, connections: 32, seconds: loadSeconds };
const medianGoal = 100;
const worstGoal = 300;
const loadGoal = 2;
/** In milliseconds. */
const patience = 60_000;

/** Measures a server over 10,000 articles that follows its folder. */
export async function live(settings: BenchSettings): Promise<readonly Row[]> {
	requireTools(["wrk"], settings);
	const articles = scaled(10_000, settings);
	const root = mkdtempSync(join(tmpdir(), "broadsheet-live-"));
	const folder = join(root, "articles");
	cpSync(prepareCorpus(articles, settings), folder, { recursive: true });
	const server = await startBroadsheet(folder, writeRunFlags(root, "everything"));
	const writer = createWriter(folder, articles);
	try {
		const delays: number[] = [];
		const edits = Math.max(leastEdits, settings.rounds * editsPerRound);
		for (let edit = 0; edit < edits; edit++) {
			// No document changes twice within a second, so that the last edit's would be in the way.
			await pause(1200 + writer.random() * 1800);
			delays.push(await measureDelay(server.origin, writer));
			settings.note(`${edit + 1}/${edits} new article: ${delays.at(-1)?.toFixed(0)} ms`);
		}
		const crawled: number[] = [];
		for (let crawl = 0; crawl < crawls; crawl++) {
			await crawlPages(server.origin, articles);
			crawled.push(await measureDelay(server.origin, writer));
			settings.note(`${crawl + 1}/${crawls} after a crawl: ${crawled.at(-1)?.toFixed(0)} ms`);
		}
		return [
			buildDelayRow(delays, articles),
			buildCrawlRow(crawled, articles),
			...(await measureLoad(server.origin, writer, settings)),
		];
	} finally {
		await server.stop();
		rmSync(root, { recursive: true, force: true });
	}
}

interface Writer {
	random(): number;
	/** Writes one more article; gives its section and the words of its title that no other has. */
	write(): { readonly section: string; readonly mark: string };
	/** How many articles there are. */
	count(): number;
}

function createWriter(folder: string, articles: number): Writer {
	let count = articles;
	const random = createRandom(7);
	return {
		random,
		count: () => count,
		write() {
			const section = `section-${count % corpusShape.sections}`;
			const text = writeArticle(count, { ...corpusShape, articles }, random);
			writeFileSync(join(folder, section, `article-${count}.md`), text);
			const mark = `Article ${count}:`;
			count += 1;
			return { section, mark };
		},
	};
}

/** Milliseconds from before an article is written until a poll of its section's feed has it whole. */
async function measureDelay(origin: string, writer: Writer): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const start = performance.now();
	const { section, mark } = writer.write();
	let tag = '"none"';
	while (performance.now() < start + patience) {
		const answer = await fetchText(`${origin}/${section}/atom.xml`, agent, tag);
		if (answer.body.includes(mark)) {
			agent.destroy();
			return performance.now() - start;
		}
		tag = answer.tag;
		await pause(2);
	}
	throw new Error(`${mark} never came.`);
}

function fetchText(
	url: string,
	agent: Agent,
	tag: string,
): Promise<{ readonly tag: string; readonly body: string }> {
	return new Promise((resolve, reject) => {
		get(url, { agent, headers: { "If-None-Match": tag } }, (response) => {
			const chunks: Buffer[] = [];
			response.on("data", (chunk: Buffer) => chunks.push(chunk));
			response.on("error", reject);
			response.on("end", () =>
				resolve({ tag: response.headers.etag ?? "", body: Buffer.concat(chunks).toString() }),
			);
		}).on("error", reject);
	});
}

function buildDelayRow(delays: readonly number[], articles: number): Row {
	const ours = spreadOf(delays);
	return {
		group: "live",
		what: `a new article until its section's feed is served, among ${formatCount(articles)} articles, ${delays.length} times`,
		beside: "",
		unit: "ms",
		ours,
		goal: `${medianGoal} ms in the median, ${worstGoal} ms at worst`,
		reached: ours.median <= medianGoal && ours.high <= worstGoal ? "yes" : "no",
	};
}

function buildCrawlRow(delays: readonly number[], articles: number): Row {
	return {
		group: "live",
		what: `the same after a crawler has fetched all ${formatCount(articles)} articles' pages, ${delays.length} times`,
		beside: "",
		unit: "ms",
		ours: spreadOf(delays),
		goal: "",
		reached: "report",
	};
}

/** Fetches every article's page, as a search engine does. */
async function crawlPages(origin: string, articles: number): Promise<void> {
	const agent = new Agent({ keepAlive: true, maxSockets: 8 });
	const numbers = Array.from({ length: articles }, (_, number) => number).values();
	async function crawl(): Promise<void> {
		for (const number of numbers) {
			const address = `/section-${number % corpusShape.sections}/article-${number}/`;
			const { body } = await fetchText(`${origin}${address}`, agent, '"none"');
			if (!body.includes("</html>")) throw new Error(`${address} is not there.`);
		}
	}
	await Promise.all(Array.from({ length: agent.maxSockets }, crawl));
	agent.destroy();
}

/** The 99th percentile of polls, with nothing else to do and while articles are published, in turn. */
async function measureLoad(
	origin: string,
	writer: Writer,
	settings: BenchSettings,
): Promise<Row[]> {
	const feeds = Array.from({ length: corpusShape.sections }, (_, n) => `/section-${n}/atom.xml`);
	const published = scaled(mostPublished, settings);
	const loads = [
		{
			what: `99th percentile of polls, ${pace.rate} a second over ${pace.connections} connections`,
			goal: loadGoal,
			run: () => pollSteadily(origin, feeds, pace),
		},
		{
			what: `99th percentile of polls at full speed over ${pace.connections} connections`,
			run: () => pollAtFullSpeed(`${origin}${feeds[0]}`, pace),
		},
	];
	const rows: Row[] = [];
	for (const { what, goal, run } of loads) {
		const [idle, busy]: [number[], number[]] = [[], []];
		for (let round = 0; round < settings.rounds; round++) {
			idle.push(await run());
			const [p99] = await Promise.all([run(), publish(published, writer)]);
			busy.push(p99);
			await waitForArticles(origin, writer.count());
			settings.note(
				`${round + 1}/${settings.rounds} ${what}: ${idle.at(-1)?.toFixed(2)} ms, publishing ${p99.toFixed(2)} ms`,
			);
		}
		const ratio = ratioOf(busy, idle);
		rows.push({
			group: "live",
			what: `${what}, while ${formatCount(published)} articles are published`,
			beside: "itself when idle",
			unit: "ms",
			ours: spreadOf(busy),
			theirs: spreadOf(idle),
			ratio,
			goal: goal === undefined ? "" : `${goal} × or less`,
			reached: goal === undefined ? "report" : ratio <= goal ? "yes" : "no",
		});
	}
	return rows;
}

/** Writes articles one by one over the time of a measurement. */
async function publish(articles: number, writer: Writer): Promise<void> {
	const start = performance.now();
	for (let number = 0; number < articles; number++) {
		const wait = start + (number * loadSeconds * 1000) / articles - performance.now();
		if (wait > 0) await pause(wait);
		writer.write();
	}
}

/** Every article that was written comes to be served, or this rejects. */
async function waitForArticles(origin: string, articles: number): Promise<void> {
	const end = performance.now() + patience;
	for (;;) {
		const response = await fetch(`${origin}/healthz`);
		const text = await response.text();
		if (text.includes(`"articles":${articles},`)) return pause(2000);
		if (performance.now() > end) throw new Error(`Not ${articles} articles, but ${text}`);
		await pause(100);
	}
}
