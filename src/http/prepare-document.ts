import { addSeconds } from "date-fns/addSeconds";
import { isAfter } from "date-fns/isAfter";
import { isBefore } from "date-fns/isBefore";
import { startOfSecond } from "date-fns/startOfSecond";
import {
	describeDocument,
	type EncodedDocument,
	encodeDocument,
	type TextPlan,
} from "../publication/document-plan.ts";
import { buildFeedIndex, type FeedIndex } from "../publication/feed-index.ts";
import type { ListCatalog } from "../publication/list-catalog.ts";
import { contentCodings, type ServedDocument } from "./shelf.ts";

/** What a runtime lends for preparing documents. */
export interface Press {
	/** A hash of bytes, or of a text in UTF-8, as characters that may stand in an entity tag. */
	digest(content: Uint8Array | string): string;
}

/** A document with its bytes and validators, computed once. */
export interface PreparedDocument extends Pick<EncodedDocument, "sizeInBytes" | "copyTo"> {
	readonly served: ServedDocument;
	readonly validators: Validators;
	/** Of a feed. */
	readonly index?: FeedIndex;
}

/** What is remembered of a document as it was served before. */
export interface Validators {
	readonly etag: string;
	readonly lastModified: Date;
}

/** The weak entity tag of a plan's document (requirement 19): another one wherever the uncompressed bytes are others. */
export function readTag(plan: TextPlan, press: Press): string {
	const parts = plan.render();
	return buildTag(describeDocument(parts, encodeDocument(parts)), press);
}

function buildTag(description: Uint8Array, press: Press): string {
	return `W/"${press.digest(description)}"`;
}

/**
 * Plans a document's bytes and computes its validators: a weak tag (requirement 19), and a
 * Last-Modified that moves when, and only when, the bytes do (requirements 14 to 17). `before` is what was served at
 * this address until now; `changedAt` is when the change came, not later than now.
 */
export function prepareDocument(
	plan: TextPlan,
	press: Press,
	before: Validators | undefined,
	changedAt: Date,
): PreparedDocument {
	const parts = plan.render();
	const encoded = encodeDocument(parts);
	const { sizeInBytes, copyTo } = encoded;
	const etag = buildTag(describeDocument(parts, encoded), press);
	const lastModified = chooseLastModified(plan, etag, before, changedAt);
	return {
		sizeInBytes,
		copyTo,
		...(plan.kind === "feed" && { index: buildFeedIndex(parts, encoded) }),
		validators: { etag, lastModified },
		served: {
			address: plan.address,
			kind: plan.kind,
			contentType: plan.contentType,
			etag,
			lastModified,
			maxAgeInSeconds: plan.maxAgeInSeconds,
			...(plan.nextChange && { nextChange: plan.nextChange }),
			codings: contentCodings,
			sizeInBytes,
			...(plan.link !== undefined && { link: plan.link }),
			...(plan.hasSelections && { hasSelections: plan.hasSelections }),
		},
	};
}

/**
 * The validators of a catalog: its tag stands for all that selections of the list are made from, so that its
 * Last-Modified moves with every change of any of them (requirements 14 to 17).
 */
export function prepareCatalog(
	catalog: ListCatalog,
	press: Press,
	before: Validators | undefined,
	changedAt: Date,
): Validators {
	const etag = press.digest(catalog.describe());
	return { etag, lastModified: chooseLastModified(catalog, etag, before, changedAt) };
}

/** The bytes of a prepared document in one piece. */
export function readBytes(document: PreparedDocument): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(document.sizeInBytes);
	document.copyTo(bytes);
	return bytes;
}

function chooseLastModified(
	plan: { readonly changed: Date },
	etag: string,
	before: Validators | undefined,
	changedAt: Date,
): Date {
	if (before?.etag === etag) return before.lastModified;
	const fromContent = startOfSecond(plan.changed);
	if (!before) return fromContent;
	const atLeast = addSeconds(before.lastModified, 1);
	const seen = startOfSecond(changedAt);
	return isBefore(seen, atLeast) ? atLeast : isAfter(fromContent, seen) ? fromContent : seen;
}
