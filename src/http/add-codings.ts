import { copyOf, toError } from "./notices.ts";
import type { ContentCoding, ServedDocument, Shelf } from "./shelf.ts";
import type { Bytes, Told } from "./wire.ts";

/** What codings are made with. */
export interface CodingSource {
	readonly shelf: Pick<Shelf, "read">;
	readonly runtime: {
		/** Milliseconds that never go back. */
		elapsed(): number;
		pause(): Promise<void>;
		onError(error: Error): void;
	};
	/** In which a document was asked for before. */
	codingsOf(address: string): ReadonlySet<ContentCoding>;
}

/** How long a publication may wait for codings, in milliseconds. */
const codingLimit = 3000;

/** Adds the codings that were asked for before to what is told; what takes too long is left to the newsstand. */
export async function addCodings(
	changed: readonly Told[],
	{ shelf, runtime, codingsOf }: CodingSource,
): Promise<Told[]> {
	const until = runtime.elapsed() + codingLimit;
	const all: Told[] = [];

	/** The newsstand can code it, too: so nothing is lost where that fails. */
	async function readCoded(
		document: ServedDocument,
		coding: ContentCoding,
	): Promise<Uint8Array | undefined> {
		try {
			const bytes = await shelf.read(document, coding);
			return bytes instanceof Uint8Array ? bytes : undefined;
		} catch (error) {
			runtime.onError(toError(error));
			return undefined;
		}
	}

	for (const told of changed) {
		const { address, notice } = told;
		if (notice.is !== "document") {
			all.push(told);
			continue;
		}
		const coded: [ContentCoding, Bytes][] = [];
		for (const coding of codingsOf(address)) {
			if (runtime.elapsed() > until) break;
			const bytes = await readCoded(notice.document, coding);
			if (bytes) coded.push([coding, copyOf(bytes)]);
			await runtime.pause();
		}
		all.push({ ...told, notice: { ...notice, coded } });
	}
	return all;
}
