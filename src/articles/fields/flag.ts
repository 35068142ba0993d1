const words: ReadonlyMap<string, boolean> = new Map([
	["true", true],
	["yes", true],
	["on", true],
	["1", true],
	["false", false],
	["no", false],
	["off", false],
	["0", false],
]);

/** What a yes or no means, in YAML 1.1's words (`yes`, `off`) too; undefined for any other value. */
export function readFlag(value: unknown): boolean | undefined {
	if (typeof value === "boolean") return value;
	if (typeof value !== "string" && typeof value !== "number") return undefined;
	return words.get(String(value).trim().toLowerCase());
}
