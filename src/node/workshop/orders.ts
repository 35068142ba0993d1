import type { ListedFile } from "../../articles/article-file.ts";
import type { SectionSources } from "../../publication/inherit-settings.ts";
import type { SiteSettings } from "../../settings/settings.ts";
import type { FileBatch } from "../file-batch.ts";
import type { BodyPlace } from "./body-spool.ts";

/** A file of the folder, and where it lies on the disk. */
export interface LocatedFile extends ListedFile {
	readonly diskPath: string;
}

/** An article's file, and the one beside it that may hold its metadata. */
export interface LocatedSource {
	readonly file: LocatedFile;
	readonly sidecar?: LocatedFile;
}

/** Under what articles are read from now on. */
export interface SettingsOrder {
	readonly kind: "settings";
	readonly site: SiteSettings;
	readonly sources: SectionSources;
	/** Every file of the folder, a line each. */
	readonly paths: string;
	/** The file descriptor to which articles' texts are written. */
	readonly bodies: number;
}

/** Files to read; the answer is a line of the index for each, and where its text was put. */
export interface ReadOrder {
	readonly kind: "read";
	readonly number: number;
	readonly sources: readonly LocatedSource[];
}

/** What references are resolved against from now on, and the file descriptor to which texts are written. */
export interface TargetsOrder {
	readonly kind: "targets";
	/** Paths and URLs of articles in turn, a line each. */
	readonly articleUrls: string;
	readonly media: ReadonlyMap<string, ListedFile>;
	readonly spool: number;
}

/** An article to render: as a row in JSON, with what only the publication knows of it. */
export interface RenderJob {
	readonly row: string;
	readonly id: string;
	readonly alternates: readonly { readonly language: string; readonly url: string }[];
	readonly source: LocatedSource;
	/** Where its text was put, if it was. */
	readonly body?: BodyPlace;
}

/** Articles to render; the answer is a line for each: facts, and where in the spool its texts lie. Empty: it has changed. */
export interface RenderOrder {
	readonly kind: "render";
	readonly number: number;
	readonly jobs: readonly RenderJob[];
}

/** Files to write, of memory that both threads share; the answer has no line. */
export interface PrintOrder {
	readonly kind: "print";
	readonly number: number;
	readonly batch: FileBatch;
}

/** What is asked of a thread. */
export type Order = SettingsOrder | ReadOrder | TargetsOrder | RenderOrder | PrintOrder;

/** What a thread answers to an order of this number. */
export interface Answer {
	readonly number: number;
	readonly lines: readonly string[];
	readonly bodies?: readonly (BodyPlace | undefined)[];
}
