/**
 * A date as RSS and OPML write it (RFC 822 with the four-digit year of RFC 2822 §3.3, requirement
 * 70): `Wed, 02 Oct 2002 13:00:00 GMT`. Whole seconds, fractions cut off.
 * @throws RangeError for an invalid date and for years outside 0 to 9999, which these formats
 * cannot write.
 */
export function renderRfc822(date: Date): string {
	checkYear(date);
	return date.toUTCString();
}

/**
 * A date as Atom and JSON Feed write it (RFC 3339 §5.6 with upper-case T and Z, requirement 81):
 * `2002-10-02T13:00:00Z`. Whole seconds, fractions cut off, because RFC 822 knows none and all
 * formats are to tell the same instant.
 * @throws RangeError for an invalid date and for years outside 0 to 9999, which these formats
 * cannot write.
 */
export function renderRfc3339(date: Date): string {
	checkYear(date);
	return `${date.toISOString().slice(0, 19)}Z`;
}

function checkYear(date: Date): void {
	const year = date.getUTCFullYear();
	if (!(year >= 0 && year <= 9999)) {
		throw new RangeError("A feed can hold dates of the years 0 to 9999 only.");
	}
}
