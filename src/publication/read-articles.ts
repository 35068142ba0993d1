import type { ArticleReader, ArticleSource } from "./article-memory.ts";
import { describeUnreadable, findExcess } from "./file-memory.ts";
import type { Folder } from "./folder.ts";
import { readAll } from "./read-all.ts";
import { type ArticleReading, type Circumstances, readArticle } from "./read-article.ts";

/** Reads articles one after the other from a folder. `digest` hashes a text. */
export function createArticleReader(
	folder: Folder,
	digest: (text: string) => string,
): ArticleReader {
	async function read(
		{ file, sidecar }: ArticleSource,
		circumstances: Circumstances,
	): Promise<ArticleReading> {
		const tooLarge = findExcess(file);
		if (tooLarge) return unread([tooLarge]);
		try {
			const bytes = await folder.read(file.path);
			const beside = sidecar && (await folder.read(sidecar.path));
			return parse({ file, bytes, beside }, circumstances, digest);
		} catch (error) {
			return unread([describeUnreadable(file, error)]);
		}
	}

	return {
		async read(sources, circumstances, { progress, textLength, take }) {
			let done = 0;
			let room = textLength;
			await readAll(sources, async (source) => {
				const { body, ...reading } = await read(source, circumstances);
				done += 1;
				progress({ name: "read", done, all: sources.length });
				const hasRoom = body && body.text.length <= room;
				if (hasRoom) room -= body.text.length;
				take(source, { reading: hasRoom ? { ...reading, body } : reading });
			});
		},
		readNow: (source, circumstances) => readArticleNow(source, circumstances, folder, digest),
	};
}

/** What an article's file says at once (FILE_TOO_LARGE, FILE_UNREADABLE, or the faults of `parseArticle`). */
export function readArticleNow(
	{ file, sidecar }: ArticleSource,
	circumstances: Circumstances,
	folder: Pick<Folder, "readNow">,
	digest: (text: string) => string,
): ArticleReading {
	const tooLarge = findExcess(file);
	if (tooLarge) return unread([tooLarge]);
	try {
		const bytes = folder.readNow(file.path);
		const beside = sidecar && folder.readNow(sidecar.path);
		return parse({ file, bytes, beside }, circumstances, digest);
	} catch (error) {
		return unread([describeUnreadable(file, error)]);
	}
}

interface ReadSource {
	readonly file: ArticleSource["file"];
	readonly bytes: Uint8Array;
	readonly beside: Uint8Array | undefined;
}

function parse(
	{ file: { path }, bytes, beside }: ReadSource,
	circumstances: Circumstances,
	digest: (text: string) => string,
): ArticleReading {
	const sidecar = beside && new TextDecoder().decode(beside);
	const file = { path, bytes, ...(sidecar !== undefined && { sidecar }) };
	return readArticle(file, circumstances, digest);
}

function unread(faults: ArticleReading["faults"]): ArticleReading {
	return { faults, sections: [], neighbours: [] };
}
