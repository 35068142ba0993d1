import type { ToNewsstand, ToNewsroom as ToShelf, Wire } from "../../http/wire.ts";
import type { CliErrorCode } from "../cli-error.ts";
import type { Io } from "../io.ts";
import type { OptionValues } from "../parse-arguments.ts";

/** What a newsroom is to publish. */
export interface Order {
	/** As it was named, and where relative paths count from. */
	readonly folderPath: string;
	readonly folder: string;
	readonly values: OptionValues;
	/** Stands for the site's address where nobody names one. */
	readonly listenerUrl: string;
	readonly output: Io["output"];
	readonly reports: Io["reports"];
}

export type ToNewsroom =
	| { readonly type: "order"; readonly order: Order }
	| { readonly type: "shelf"; readonly message: ToShelf }
	| { readonly type: "close" };

/** Everything is published, and can be served. */
export interface Opened {
	readonly type: "opened";
	/** The decoded path of the address at which feeds are published. */
	readonly basePath: string;
	readonly articles: number;
	readonly feeds: number;
}

export type FromNewsroom =
	| { readonly type: "shelf"; readonly message: ToNewsstand }
	/** A line for standard output, for standard error, or in place of the one before. */
	| { readonly type: "print" | "report" | "progress"; readonly line: string }
	| Opened
	/** It ended, for this reason; without a code, for one that nobody foresaw. */
	| { readonly type: "failed"; readonly code: CliErrorCode | undefined; readonly message: string }
	| { readonly type: "closed" };

/** A newsroom as the one who started it sees it. */
export interface NewsroomLine {
	readonly wire: Wire<ToNewsroom, FromNewsroom>;
	/** Rejects when the newsroom ends otherwise than by a message. */
	readonly lost: Promise<never>;
	/** Ends it, whatever it is doing. */
	end(): Promise<void>;
}
