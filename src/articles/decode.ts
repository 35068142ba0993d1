import { buildFault, type Fault, startOf } from "../faults/fault.ts";
import type { ArticleFile } from "./article-file.ts";
import { normalizeLineEnds, placeAt } from "./front-matter/text-place.ts";

/** A file's text, or why it has none. */
export type DecodedFile = { readonly text: string } | { readonly fault: Fault };

/**
 * Decodes a file strictly as UTF-8; a byte order mark is left out. Faults: FILE_NOT_UTF8 at the first wrong byte
 * (columns in UTF-16 units, as editors count), ARTICLE_EMPTY for a file of white space.
 */
export function decodeFile(file: ArticleFile): DecodedFile {
	const { bytes, path } = file;
	const utf16 = findUtf16Mark(bytes);
	if (utf16 !== undefined) {
		const message = `The file is ${utf16}, not UTF-8.`;
		return { fault: buildFault("FILE_NOT_UTF8", startOf(path), message) };
	}
	try {
		const text = strictDecoder.decode(bytes);
		return text.trim() === ""
			? { fault: buildFault("ARTICLE_EMPTY", startOf(path), "The file holds no text.") }
			: { text };
	} catch {
		const valid = countValidBytes(bytes);
		const before = normalizeLineEnds(new TextDecoder().decode(bytes.subarray(0, valid)));
		const place = placeAt(before, before.length, path);
		const byte = (bytes[valid] ?? 0).toString(16).padStart(2, "0").toUpperCase();
		const message = `The byte ${byte} stands where UTF-8 cannot have it.`;
		return { fault: buildFault("FILE_NOT_UTF8", place, message) };
	}
}

const strictDecoder = new TextDecoder("utf-8", { fatal: true });

function findUtf16Mark(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16 (little-endian)";
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16 (big-endian)";
	return undefined;
}

/** The number of bytes before the first that UTF-8 cannot have there, or before a character that is cut off. */
function countValidBytes(bytes: Uint8Array): number {
	const isValid = (length: number): boolean => {
		try {
			const decoder = new TextDecoder("utf-8", { fatal: true });
			decoder.decode(bytes.subarray(0, length), { stream: true });
			return true;
		} catch {
			return false;
		}
	};
	let valid = 0;
	let invalid = bytes.length + 1;
	while (invalid - valid > 1) {
		const middle = Math.floor((valid + invalid) / 2);
		if (isValid(middle)) valid = middle;
		else invalid = middle;
	}
	return startOfLastCharacter(bytes, valid);
}

/** Without the beginning of a character whose rest is missing or wrong. */
function startOfLastCharacter(bytes: Uint8Array, valid: number): number {
	let start = valid;
	while (start > 0 && valid - start < 3 && isContinuation(bytes[start - 1])) start -= 1;
	const lead = bytes[start - 1] ?? 0;
	const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
	return valid - start + 1 < length ? start - 1 : valid;
}

function isContinuation(byte: number | undefined): boolean {
	return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
