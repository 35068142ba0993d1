/** The months' English names (RFC 5322 uses their first three letters). */
export const monthNames = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
] as const;

/** The number of a month, from 1, by its English name or an abbreviation of it (`Sept`); undefined for another word. */
export function parseMonth(name: string): number | undefined {
	if (name.length < 3) return undefined;
	const index = monthNames.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
	return index < 0 ? undefined : index + 1;
}
