import mime from "mime";
import type { Article, Body, MediaReference } from "../articles/article.ts";
import { renderBody, renderSummary } from "../articles/body/render-body.ts";
import type { Enclosure, Entry, Image } from "../feeds/feed.ts";
import { categoryNames } from "../sections/build-terms.ts";
import type { SectionSettings } from "../settings/settings.ts";
import { buildTemplateContext } from "./build-template-context.ts";
import { dependsOnFolder, type ReferenceTargets, resolveReference } from "./resolve-references.ts";

/** An article as readers get it. */
export interface RenderedArticle {
	readonly entry: Entry;
	/** The whole body for the article's page: reader-safe HTML. */
	readonly html: string;
	/** Paths of the files of the folder that the article names. */
	readonly files: readonly string[];
	/** How often template code of a kind (`{% image %}`) was lost from its body. */
	readonly dropped: ReadonlyMap<string, number>;
	/** What it named that other files of the folder decide, and what that led to (`resolveAgain`). */
	readonly asked: readonly (readonly [reference: string, answer: string])[];
}

const unknownMediaType = "application/octet-stream";

/** Renders an article's body and builds its entry; every URL in it is absolute. */
export function renderArticle(
	article: Article,
	body: Body,
	settings: SectionSettings,
	targets: ReferenceTargets,
): RenderedArticle {
	const asked = new Map<string, string>();
	const files = new Set<string>();
	function resolve(reference: string): string | undefined {
		const target = resolveReference(reference, article, targets);
		if (dependsOnFolder(reference, targets)) asked.set(reference, describe(target));
		if (target?.file) files.add(target.file.path);
		return target?.url;
	}

	const alternates = targets.alternatesOf(article);
	const templates = buildTemplateContext(article, targets.site);
	const { html, excerpt, dropped } = renderBody(body, resolve, templates);
	const summary =
		article.summary === undefined ? excerpt : renderSummary(article.summary, templates);
	const image = article.image && buildImage(article.image, resolve);
	const isFull = settings.content === "full" && !isLarger(html, settings.maxBytes);
	const entry: Entry = {
		id: targets.idOf(article),
		title: article.title,
		url: article.url,
		published: article.published,
		updated: article.updated,
		authors: article.authors,
		categories: categoryNames(article).map((label) => ({ label })),
		summary,
		...(isFull && { contentHtml: html }),
		enclosures: distinctEnclosures(article).flatMap(
			(enclosure) => buildEnclosure(enclosure, article, targets, resolve) ?? [],
		),
		...(image && { image }),
		language: article.language ?? settings.language,
		...(alternates.length > 0 && { alternates }),
	};

	return { entry, html, files: [...files], dropped, asked: [...asked] };
}

/** What a reference of an article leads to now, in the words of `asked`. */
export function resolveAgain(
	reference: string,
	article: Article,
	targets: ReferenceTargets,
): string {
	return describe(resolveReference(reference, article, targets));
}

function describe(target: { url: string; file?: { sizeInBytes: number } } | undefined): string {
	return target ? `${target.url} ${target.file?.sizeInBytes ?? ""}` : "";
}

/** Named twice, an enclosure is one all the same. */
function distinctEnclosures({ enclosures }: Article): MediaReference[] {
	return [...new Map(enclosures.map((enclosure) => [enclosure.reference, enclosure])).values()];
}

function buildEnclosure(
	{ reference, mediaType, lengthInBytes, title }: MediaReference,
	article: Article,
	targets: ReferenceTargets,
	resolve: (reference: string) => string | undefined,
): Enclosure | undefined {
	const url = resolve(reference);
	if (url === undefined) return undefined;
	const { file } = resolveReference(reference, article, targets) ?? {};
	return {
		url,
		mediaType: mediaType ?? mime.getType(new URL(url).pathname) ?? unknownMediaType,
		lengthInBytes: lengthInBytes ?? file?.sizeInBytes ?? 0,
		...(title !== undefined && { title }),
	};
}

function buildImage(
	{ reference, mediaType }: MediaReference,
	resolve: (reference: string) => string | undefined,
): Image | undefined {
	const url = resolve(reference);
	const type = mediaType ?? (url && mime.getType(new URL(url).pathname));
	return url === undefined ? undefined : { url, ...(type && { mediaType: type }) };
}

/** Whether a text has more bytes in UTF-8 than this; most texts need no counting. */
function isLarger(text: string, bytes: number): boolean {
	return (
		text.length > bytes ||
		(text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes)
	);
}
