import { parentPort } from "node:worker_threads";
import { sectionPathOf } from "../../articles/section-path.ts";
import { parseArticleRow } from "../../publication/article-row.ts";
import { buildFactsRow } from "../../publication/facts-row.ts";
import { inheritSettings } from "../../publication/inherit-settings.ts";
import { createSettingsKey } from "../../publication/key-settings.ts";
import type { ArticleReading, Circumstances } from "../../publication/read-article.ts";
import { readArticleNow } from "../../publication/read-articles.ts";
import { renderReading } from "../../publication/reading-row.ts";
import { buildFacts, renderEntry } from "../../publication/render-entry.ts";
import type { ReferenceTargets } from "../../publication/resolve-references.ts";
import { createOnce } from "../../text/once.ts";
import { digestBytes } from "../node-runtime.ts";
import { readBytesNow } from "../open-folder.ts";
import type { LocatedSource, Order, RenderJob, SettingsOrder, TargetsOrder } from "./orders.ts";
import { openSpool, type Spool } from "./spool.ts";

/** A thread that reads and renders articles for another one; see `orders.ts`. */
const keyOf = createSettingsKey(digestBytes);
const encoder = new TextEncoder();

let circumstances: Circumstances | undefined;
let surroundings: Surroundings | undefined;

interface Surroundings {
	readonly articleUrls: ReadonlyMap<string, string>;
	readonly media: TargetsOrder["media"];
	readonly spool: Spool;
}

parentPort?.on("message", (order: Order) => {
	if (order.kind === "settings") circumstances = openCircumstances(order);
	else if (order.kind === "targets") surroundings = openSurroundings(order);
	else if (order.kind === "read") answer(order.number, order.sources.map(readLine));
	else {
		answer(order.number, order.jobs.map(renderLine), surroundings?.spool);
	}
});

function answer(number: number, lines: readonly string[], spool?: Spool): void {
	// Whoever gets the answer reads the spool's file.
	spool?.flush();
	parentPort?.postMessage({ number, lines });
}

function openCircumstances({ site, sources, paths }: SettingsOrder): Circumstances {
	const findPaths = createOnce((_: SettingsOrder["site"]) => new Set(paths.split("\n")));
	return {
		settings: { site, settingsFor: inheritSettings(site, sources) },
		hasFile: (path) => findPaths(site).has(path),
	};
}

function openSurroundings({ articleUrls, media, spool }: TargetsOrder): Surroundings {
	const lines = articleUrls.split("\n");
	const urls = new Map<string, string>();
	for (let index = 0; index + 1 < lines.length; index += 2)
		urls.set(lines[index] ?? "", lines[index + 1] ?? "");
	return { articleUrls: urls, media, spool: openSpool(spool) };
}

function read(source: LocatedSource): ArticleReading {
	const { file, sidecar } = source;
	const places = new Map(
		[file, ...(sidecar ? [sidecar] : [])].map((one) => [one.path, one.diskPath]),
	);
	const folder = { readNow: (path: string) => readBytesNow(places.get(path) ?? "") };
	return readArticleNow(source, circumstances ?? fail(), folder, digestBytes);
}

function readLine(source: LocatedSource): string {
	const { file, sidecar } = source;
	const reading = read(source);
	const { settings } = circumstances ?? fail();
	const version = sidecar ? `${file.version} ${sidecar.version}` : file.version;
	return renderReading(file.path, { version, under: keyOf(settings, reading.sections), reading });
}

function renderLine({ row, id, alternates, source }: RenderJob): string {
	const article = parseArticleRow(row);
	const { value, body } = read(source);
	if (!body || value?.body.fingerprint !== article.body.fingerprint) return "";
	const { site, settingsFor } = (circumstances ?? fail()).settings;
	const section = sectionPathOf(article);
	const { articleUrls, media, spool } = surroundings ?? fail();
	const targets: ReferenceTargets = {
		site,
		media,
		articleUrls,
		idOf: () => id,
		alternatesOf: () => alternates,
	};
	const settings = settingsFor(section);
	const made = renderEntry(article, body, settings, targets);
	const under = keyOf({ site, settingsFor }, [section]);
	const facts = buildFacts(made, under, settings, digestBytes);
	const parts = [...made.texts, encoder.encode(made.rendered.html)];
	const start = spool.append(parts);
	return JSON.stringify([buildFactsRow(facts), start, parts.map(({ length }) => length)]);
}

function fail(): never {
	throw new Error("An order came before what it needs.");
}
