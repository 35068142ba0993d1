import type {
	Article,
	BodyFacts,
	BodyFormat,
	Crumb,
	MediaReference,
	Person,
} from "../articles/article.ts";
import { shareMedia, sharePeople, shareSection } from "../articles/share-parts.ts";
import * as cell from "./row-cells.ts";

/** An article as an array that JSON can hold; instants are milliseconds since 1970. */
export function buildArticleRow(article: Article): readonly unknown[] {
	const { image, body } = article;
	return [
		article.path,
		article.section.map(({ slug, name }) => [slug, name]),
		article.tree,
		article.translationKey,
		article.title,
		article.url,
		article.ownId,
		article.published.getTime(),
		article.updated.getTime(),
		article.visibleFrom.getTime(),
		article.visibleUntil?.getTime(),
		article.draft ? 1 : 0,
		article.hiddenBy,
		article.generatorId,
		article.aliases,
		article.language,
		article.authors.map(({ name, email, url }) => [name, email, url]),
		article.tags,
		article.categories,
		article.summary,
		image && buildMediaRow(image),
		article.enclosures.map(buildMediaRow),
		[body.format, body.firstLine, body.length, body.fingerprint, body.fileNames],
	];
}

/** The article of such an array. Throws a TypeError where it is none. */
export function parseArticleRow(value: unknown): Article {
	const row = cell.list(value);
	const tree = cell.optionalText(row[2]);
	const translationKey = cell.optionalText(row[3]);
	const ownId = cell.optionalText(row[6]);
	const visibleUntil = cell.optionalNumber(row[10]);
	const hiddenBy = cell.optionalText(row[12]);
	const language = cell.optionalText(row[15]);
	const summary = cell.optionalText(row[19]);
	const image = row[20] ?? undefined;
	const url = cell.text(row[5]);
	const generatorId = cell.text(row[13]);
	const published = cell.date(row[7]);
	const updated = cell.date(row[8]);
	const visibleFrom = cell.date(row[9]);
	return {
		path: cell.text(row[0]),
		section: shareSection(cell.list(row[1]).map(parseCrumb)),
		...(tree !== undefined && { tree }),
		...(translationKey !== undefined && { translationKey }),
		title: cell.text(row[4]),
		url,
		...(ownId !== undefined && { ownId }),
		published,
		updated: orSame(updated, published),
		visibleFrom: orSame(visibleFrom, published),
		...(visibleUntil !== undefined && { visibleUntil: new Date(visibleUntil) }),
		draft: row[11] === 1,
		...(hiddenBy !== undefined && { hiddenBy }),
		generatorId: generatorId === url ? url : generatorId,
		aliases: cell.texts(row[14]),
		...(language !== undefined && { language }),
		authors: sharePeople(cell.list(row[16]).map(parsePerson)),
		tags: cell.texts(row[17]),
		categories: cell.texts(row[18]),
		...(summary !== undefined && { summary }),
		...(image !== undefined && { image: parseMedia(image) }),
		enclosures: shareMedia(cell.list(row[21]).map(parseMedia)),
		body: parseBody(row[22]),
	};
}

/** One object for two dates of one instant: most articles have no other. */
function orSame(date: Date, other: Date): Date {
	return date.getTime() === other.getTime() ? other : date;
}

function buildMediaRow({ reference, mediaType, lengthInBytes, title }: MediaReference): unknown[] {
	return [reference, mediaType, lengthInBytes, title];
}

function parseMedia(value: unknown): MediaReference {
	const [reference, type, length, name] = cell.list(value);
	const mediaType = cell.optionalText(type);
	const lengthInBytes = cell.optionalNumber(length);
	const title = cell.optionalText(name);
	return {
		reference: cell.text(reference),
		...(mediaType !== undefined && { mediaType }),
		...(lengthInBytes !== undefined && { lengthInBytes }),
		...(title !== undefined && { title }),
	};
}

function parseCrumb(value: unknown): Crumb {
	const [slug, name] = cell.list(value);
	return { slug: cell.text(slug), name: cell.text(name) };
}

function parsePerson(value: unknown): Person {
	const [name, mail, home] = cell.list(value);
	const email = cell.optionalText(mail);
	const url = cell.optionalText(home);
	return {
		name: cell.text(name),
		...(email !== undefined && { email }),
		...(url !== undefined && { url }),
	};
}

const formats: readonly BodyFormat[] = ["markdown", "html", "text", "unsupported"];

function parseBody(value: unknown): BodyFacts {
	const [format, firstLine, length, fingerprint, fileNames] = cell.list(value);
	const known = formats.find((name) => name === format);
	if (known === undefined) throw new TypeError("This is no format of a text.");
	return {
		format: known,
		firstLine: cell.number(firstLine),
		length: cell.number(length),
		fingerprint: cell.text(fingerprint),
		fileNames: cell.texts(fileNames),
	};
}
