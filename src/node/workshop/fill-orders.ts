import type { Article, Body } from "../../articles/article.ts";
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
import { createFileWriter } from "../file-batch.ts";
import { digestBytes } from "../node-runtime.ts";
import { readBytesNow } from "../open-folder.ts";
import { type BodyPlace, type BodySpool, openBodySpool, readSpooledBody } from "./body-spool.ts";
import type {
	Answer,
	LocatedSource,
	Order,
	RenderJob,
	SettingsOrder,
	TargetsOrder,
} from "./orders.ts";
import { openSpool, type Spool } from "./spool.ts";

interface Surroundings {
	readonly articleUrls: ReadonlyMap<string, string>;
	readonly media: TargetsOrder["media"];
	readonly spool: Spool;
}

const keyOf = createSettingsKey(digestBytes);

/** Fills one order after the other; what is answered goes to `send`. */
export function createOrderBook(send: (answer: Answer) => void): (order: Order) => void {
	let circumstances: Circumstances | undefined;
	let surroundings: Surroundings | undefined;
	let bodies: BodySpool | undefined;
	const writer = createFileWriter();

	return (order) => {
		if (order.kind === "print") {
			writer.write(order.batch);
			send({ number: order.number, lines: [] });
		} else if (order.kind === "settings") {
			circumstances = openCircumstances(order);
			bodies ??= openBodySpool(order.bodies);
		} else if (order.kind === "targets") {
			surroundings = openSurroundings(order);
		} else if (!circumstances || !bodies) {
			throw new Error("There are no settings to work under.");
		} else if (order.kind === "read") {
			const [under, spool] = [circumstances, bodies];
			const readings = order.sources.map((source) => readLine(source, under, spool));
			// Whoever gets the answer reads the spools' files.
			spool.flush();
			send({
				number: order.number,
				lines: readings.map(({ line }) => line),
				bodies: readings.map(({ body }) => body),
			});
		} else if (surroundings) {
			const [under, beside] = [circumstances, surroundings];
			const lines = order.jobs.map((job) => renderLine(job, under, beside));
			beside.spool.flush();
			send({ number: order.number, lines });
		}
	};
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

function read(source: LocatedSource, circumstances: Circumstances): ArticleReading {
	const { file, sidecar } = source;
	const places = new Map(
		[file, ...(sidecar ? [sidecar] : [])].map((one) => [one.path, one.diskPath]),
	);
	const folder = { readNow: (path: string) => readBytesNow(places.get(path) ?? "") };
	return readArticleNow(source, circumstances, folder, digestBytes);
}

function readLine(
	source: LocatedSource,
	circumstances: Circumstances,
	bodies: BodySpool,
): { readonly line: string; readonly body: BodyPlace | undefined } {
	const { file, sidecar } = source;
	const reading = read(source, circumstances);
	const { settings } = circumstances;
	const version = sidecar ? `${file.version} ${sidecar.version}` : file.version;
	const under = keyOf(settings, reading.sections);
	return {
		line: renderReading(file.path, { version, under, reading }),
		body: reading.body && bodies.put(reading.body, settings.site),
	};
}

/** An article's text from its file; undefined where that says something else by now. */
function readAgain(
	article: Article,
	source: LocatedSource,
	circumstances: Circumstances,
): Body | undefined {
	const { value, body } = read(source, circumstances);
	return value?.body.fingerprint === article.body.fingerprint ? body : undefined;
}

function renderLine(
	{ row, id, alternates, source, body: place }: RenderJob,
	circumstances: Circumstances,
	{ articleUrls, media, spool }: Surroundings,
): string {
	const article = parseArticleRow(JSON.parse(row));
	const body =
		(place && readSpooledBody(place, article.body)) ?? readAgain(article, source, circumstances);
	if (!body) return "";
	const { site, settingsFor } = circumstances.settings;
	const section = sectionPathOf(article);
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
	const start = spool.append(made.texts);
	return JSON.stringify([buildFactsRow(facts), start, made.texts.map(({ length }) => length)]);
}
