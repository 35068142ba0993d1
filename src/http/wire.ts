import type { ListedFile } from "../articles/article-file.ts";
import type { Selection } from "../publication/selection.ts";
import type { ContentCoding, Health, ServedDocument } from "./shelf.ts";

/** One end of a line between two threads (or two parts of one): what is sent arrives in its order, as a copy. */
export interface Wire<Out, In> {
	/** What is listed in `transfer` is not copied and cannot be used here afterwards. Nothing is received meanwhile. */
	send(message: Out, transfer?: readonly ArrayBuffer[]): void;
	/** There is one listener. */
	receive(listener: (message: In) => void): void;
}

export type Bytes = Uint8Array<ArrayBuffer>;

/** What stands at an address, as a newsstand is told. */
export type Notice =
	| {
			readonly is: "document";
			readonly document: ServedDocument;
			readonly bytes: Bytes;
			/** In the codings that it was asked for before. */
			readonly coded: readonly (readonly [ContentCoding, Bytes])[];
			/** The entity tags of editions whose changes can be told, the newest last. */
			readonly editions: readonly string[];
	  }
	/** The bytes are those that it had before. */
	| { readonly is: "renewed"; readonly document: ServedDocument }
	/** `location` is where the file lies, in the words of the runtime. */
	| {
			readonly is: "file";
			readonly document: ServedDocument;
			readonly location: string;
			readonly file: ListedFile;
	  }
	| { readonly is: "moved"; readonly to: string }
	| { readonly is: "gone" }
	/** Until the next publication. */
	| { readonly is: "nothing" }
	/** What was told is no longer so: whoever needs to know asks. */
	| { readonly is: "unknown" };

/** `serial` grows with everything that is told, so that both sides know which telling they speak of. */
export interface Told {
	readonly address: string;
	readonly serial: number;
	readonly notice: Notice;
}

export interface Selected {
	readonly document: ServedDocument;
	readonly bytes: Bytes;
}

/** The answer to the question of the same `id`. */
export type Reply =
	| { readonly type: "found"; readonly id: number; readonly told: Told }
	| { readonly type: "body"; readonly id: number; readonly bytes: Bytes | undefined }
	| { readonly type: "selected"; readonly id: number; readonly selected: Selected | undefined }
	| { readonly type: "failed"; readonly id: number; readonly message: string };

/** What a newsroom sends to a newsstand. */
export type ToNewsstand =
	| Reply
	/** Everything that changed of what the newsstand holds, to be shown at once. */
	| {
			readonly type: "publication";
			readonly notices: readonly Told[];
			readonly health: Health;
	  }
	/** A document that was not asked for yet. */
	| { readonly type: "ahead"; readonly told: Told };

/** What a newsstand asks. */
export type Question =
	| { readonly type: "find"; readonly address: string }
	/** For what changed since the edition `since`. */
	| {
			readonly type: "changes";
			readonly address: string;
			readonly etag: string;
			readonly since: string;
	  }
	| { readonly type: "select"; readonly address: string; readonly selection: Selection };

/** What a newsstand sends to a newsroom. */
export type ToNewsroom =
	| { readonly type: "question"; readonly id: number; readonly question: Question }
	/** Somebody wanted what was told ahead, or what changed since it was wanted before. */
	| { readonly type: "asked"; readonly address: string }
	/** Somebody wanted it in a coding in which it was not told. */
	| { readonly type: "coded"; readonly address: string; readonly coding: ContentCoding }
	/** A file of the folder is another than was told. */
	| { readonly type: "changed"; readonly path: string }
	/** Where there was no room for it. */
	| { readonly type: "dropped"; readonly address: string; readonly serial: number };
