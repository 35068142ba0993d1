/** One candidate of a `srcset`: its address as written, and its width or density descriptor, or `""`. */
export interface SrcsetCandidate {
	readonly url: string;
	readonly descriptor: string;
}

const nextUrl = /[\t\n\f\r ,]*([^\t\n\f\r ]+)/y;
const nextDescriptors = /((?:\([^)]*\)?|[^,(])*)(?:,|$)/y;
const goodDescriptor = /^(?:0*[1-9]\d{0,8}w(?: 0*[1-9]\d{0,8}h)?|(?:\d{1,6}|\d{0,6}\.\d{1,6})x|)$/;

/**
 * Splits the value of a `srcset` by the HTML standard's algorithm ("parse a srcset attribute"): commas inside
 * addresses belong to them. Candidates with a descriptor that is none are left out, as browsers leave them out.
 */
export function parseSrcset(srcset: string): SrcsetCandidate[] {
	const candidates: SrcsetCandidate[] = [];
	let position = 0;
	for (;;) {
		nextUrl.lastIndex = position;
		const found = nextUrl.exec(srcset)?.[1];
		if (found === undefined) return candidates;
		position = nextUrl.lastIndex;
		let descriptor = "";
		if (!found.endsWith(",")) {
			nextDescriptors.lastIndex = position;
			descriptor = nextDescriptors.exec(srcset)?.[1] ?? "";
			position = nextDescriptors.lastIndex;
		}
		descriptor = descriptor.trim().replaceAll(/[\t\n\f\r ]+/g, " ");
		const url = found.replace(/,+$/, "");
		if (url !== "" && goodDescriptor.test(descriptor)) candidates.push({ url, descriptor });
	}
}
