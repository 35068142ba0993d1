import type { ContentCoding, Health, ServedDocument } from "../../http/shelf.ts";
import type { Bytes, Told } from "../../http/wire.ts";
import { digestBytes } from "../../node/node-runtime.ts";
import { locateState, readStateVersion } from "../../node/open-state.ts";
import { openServedStore } from "../../node/served-store.ts";
import type { Place } from "../open-place.ts";
import { digestPlace } from "../place-key.ts";

/** What was served of a place before, which it would be now. */
export interface Recalled {
	readonly basePath: string;
	readonly health: Health;
	readonly documents: readonly ServedDocument[];
	readonly told: readonly Told[];
}

/**
 * What the process before served last, where it would come to the same now: the articles, the settings, the code and
 * what was published are as they were, and nothing was due since. Then it can be served before anything is read.
 */
export async function recallServed(
	place: Place,
	listenerUrl: string,
	now: Date,
): Promise<Recalled | undefined> {
	const { folder, stateFolder } = place;
	const store = openServedStore(locateState(stateFolder, folder.root).served);
	const record = store.read();
	const time = now.getTime();
	if (!record || time < record.from || (record.until !== null && time >= record.until))
		return undefined;
	const version = readStateVersion(stateFolder, folder.root);
	if (version === undefined) return undefined;
	const madeFrom = digestPlace(place, await folder.list());
	const isSame = [listenerUrl, undefined].some(
		(standIn) => record.key === buildServedKey(madeFrom, version, standIn),
	);
	if (!isSame) return undefined;
	const told = record.documents.flatMap(({ document, editions, coded: kept }, index): Told[] => {
		const bytes = store.readBytes({ document, coding: "identity" }, document.sizeInBytes);
		if (!bytes) return [];
		const coded = kept.flatMap(([coding, sizeInBytes]): [ContentCoding, Bytes][] => {
			const codedBytes = store.readBytes({ document, coding }, sizeInBytes);
			return codedBytes ? [[coding, codedBytes]] : [];
		});
		const notice = { is: "document", document, bytes, coded, editions } as const;
		return [{ address: document.address, serial: index + 1, notice }];
	});
	return {
		basePath: record.basePath,
		health: record.health,
		documents: told.flatMap(({ notice }) => (notice.is === "document" ? notice.document : [])),
		told,
	};
}

/** The key of a record; `standIn` is the listener's address where it stands for the site's, which nobody named. */
export function buildServedKey(
	madeFrom: string,
	version: number,
	standIn: string | undefined,
): string {
	return digestBytes(JSON.stringify([madeFrom, version, standIn]));
}
