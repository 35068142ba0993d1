/** What people read for a file or folder without a title: `us-politics` → `Us politics`; capitals stay as they are. */
export function readableName(name: string): string {
	const words =
		name
			.normalize("NFC")
			.replaceAll(/[-_\s]+/g, " ")
			.trim() || name;
	const isLower = words === words.toLowerCase();
	return isLower ? words.replace(/^./u, (first) => first.toUpperCase()) : words;
}
