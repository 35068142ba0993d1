/** The path from the folder that a reference in a file means, NFC; undefined if it leads out of the folder. */
export function joinPath(from: string, reference: string): string | undefined {
	const decoded = decodePath(reference);
	const segments = decoded.startsWith("/") ? [] : from.split("/").slice(0, -1);
	for (const segment of decoded.split("/")) {
		if (segment === "" || segment === ".") continue;
		if (segment !== "..") segments.push(segment);
		else if (segments.pop() === undefined) return undefined;
	}
	return segments.join("/").normalize("NFC");
}

/** A path without its percent-encoding; as written where that is broken. */
export function decodePath(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
