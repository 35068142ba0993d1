/** Zone names of RFC 822 §5.1 in hours east of UTC; RFC 5322 §4.3 keeps them. Others (CET, IST) have several meanings. */
const namedOffsets: ReadonlyMap<string, number> = new Map([
	["Z", 0],
	["UT", 0],
	["UTC", 0],
	["GMT", 0],
	["EST", -5],
	["EDT", -4],
	["CST", -6],
	["CDT", -5],
	["MST", -7],
	["MDT", -6],
	["PST", -8],
	["PDT", -7],
]);

/**
 * The minutes east of UTC that a zone's text stands for: a name of RFC 822, `+01:00`, `+0100`, `+01`, `-4`, or one of
 * these behind `UTC` or `GMT`. Undefined for anything else.
 */
export function parseOffset(text: string): number | undefined {
	const hours = namedOffsets.get(text.toUpperCase());
	if (hours !== undefined) return hours * 60;
	const match = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
	if (match === null) return undefined;
	const [, sign, hour, minute] = match;
	const minutes = Number(hour) * 60 + Number(minute ?? 0);
	if (Number(hour) > 23 || Number(minute ?? 0) > 59) return undefined;
	return sign === "-" ? -minutes : minutes;
}
