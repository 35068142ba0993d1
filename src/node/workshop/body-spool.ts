import type { Body, BodyFacts } from "../../articles/article.ts";
import type { SiteSettings } from "../../settings/settings.ts";
import { encodeText } from "../../text/encode-text.ts";
import { copySpooled, openSpool } from "./spool.ts";

/** Where a text lies in a spool, in UTF-8. */
export interface BodyPlace {
	readonly file: number;
	readonly start: number;
	readonly lengthInBytes: number;
}

/** Articles' texts between their reading and their rendering. */
export interface BodySpool {
	/** Undefined where the text is to be read from its article's file again. */
	put(body: Body, site: SiteSettings): BodyPlace | undefined;
	/** Writes what waits to be written. */
	flush(): void;
}

// What begins with U+FEFF keeps it.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Opens a spool over a file descriptor that nobody else writes to. */
export function openBodySpool(file: number): BodySpool {
	const spool = openSpool(file);

	return {
		flush() {
			try {
				spool.flush();
			} catch {
				// What is not there is found to be missing where it is read.
			}
		},
		put({ text }, { pages }) {
			// Without pages, few of the texts are rendered. UTF-8 has no form of half a pair of surrogates.
			if (!pages || !text.isWellFormed()) return undefined;
			const bytes = encodeText(text);
			try {
				return { file, start: spool.append([bytes]), lengthInBytes: bytes.length };
			} catch {
				// The disk is full.
				return undefined;
			}
		},
	};
}

/** The text of an article from where it was put; undefined where it is not there. */
export function readSpooledBody(
	{ file, start, lengthInBytes }: BodyPlace,
	{ format, firstLine }: Pick<BodyFacts, "format" | "firstLine">,
): Body | undefined {
	const bytes = new Uint8Array(lengthInBytes);
	try {
		copySpooled(file, bytes, start);
	} catch {
		return undefined;
	}
	return { format, firstLine, text: decoder.decode(bytes) };
}
