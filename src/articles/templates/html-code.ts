import type { Scan } from "./scan.ts";

const rawElement = /<(pre|code|script|style|textarea|xmp)(?=[\s>])[^<>]*>/iy;

/**
 * Gives the offset behind the comment, or the element whose text is code, that begins at `start`; undefined where none
 * does, or where it has no end.
 */
export function endOfHtmlCode(scan: Scan, start: number): number | undefined {
	if (scan.text.startsWith("<!--", start)) {
		const end = scan.indexOf("-->", start + 4);
		return end < 0 ? undefined : end + 3;
	}
	rawElement.lastIndex = start;
	const name = rawElement.exec(scan.text)?.[1]?.toLowerCase();
	if (name === undefined) return undefined;
	const pattern = new RegExp(`</${name}\\s*>`, "gi");
	return scan.search(`</${name}>`, pattern, rawElement.lastIndex)?.[1];
}
