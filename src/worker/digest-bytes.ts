/** Characters of a hash that stand in an entity tag, as in documents that were prepared. */
const digestLength = 22;

/** SHA-256, shortened, in characters that may stand in an entity tag: the same as Node's `digestBytes`. */
export async function digestBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	const base64 = btoa(String.fromCharCode(...hash));
	return base64.replaceAll("+", "-").replaceAll("/", "_").slice(0, digestLength);
}
