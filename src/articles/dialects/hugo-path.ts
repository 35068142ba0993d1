/**
 * A path as Hugo makes it of a title, a slug or a file's name: letters and digits of any script in lower case, their
 * marks, and `. / \ _ # + ~ - @`; a run of white space becomes one `-`, unless a hyphen stands there; everything else is
 * left out (`Sanitize` in Hugo's `common/paths/path.go`; `disablePathToLower` and `removePathAccents` are off).
 */
export function sanitizeHugoPath(text: string): string {
	return text
		.replaceAll(/%(?![\da-f]{2})/gi, "")
		.replaceAll(/[^\p{L}\p{Nd}\p{M}./\\_#+~@%\s-]+/gu, "")
		.trim()
		.replaceAll(/(?<=-)\s+|\s+(?=-)/gu, "")
		.replaceAll(/\s+/gu, "-")
		.toLowerCase();
}
