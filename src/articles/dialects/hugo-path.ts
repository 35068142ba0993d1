/**
 * A path as Hugo makes it of a title, a slug or a file's name: letters and digits of any script in lower case, their
 * marks, and `. / \ _ # + ~ - @`; a run of white space becomes one `-`, unless a hyphen stands there; everything else is
 * left out (`Sanitize` in Hugo's `common/paths/path.go`; `disablePathToLower` and `removePathAccents` are off).
 */
export function sanitizeHugoPath(text: string): string {
	let result = "";
	let isBlankBefore = false;
	for (const character of text.replaceAll(/%(?![\da-f]{2})/gi, "")) {
		if (/[\p{L}\p{Nd}\p{M}./\\_#+~@%-]/u.test(character)) {
			if (isBlankBefore && character !== "-") result += "-";
			isBlankBefore = false;
			result += character;
		} else if (/\s/u.test(character) && result !== "" && !result.endsWith("-")) {
			isBlankBefore = true;
		}
	}
	return result.toLowerCase();
}
