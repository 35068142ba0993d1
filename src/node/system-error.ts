const sentences: Readonly<Record<string, string>> = {
	EACCES: "Permission is denied.",
	EPERM: "Permission is denied.",
	ENOENT: "There is no such file or folder.",
	ENOTDIR: "This is not a folder.",
	EISDIR: "This is a folder, not a file.",
	ELOOP: "Symbolic links lead round in a circle here.",
	EMFILE: "Too many files are open on this machine.",
	EADDRINUSE: "Another program already listens at this address.",
	EADDRNOTAVAIL: "This machine has no such address.",
	ENOSPC: "The disk is full.",
	EROFS: "The disk is read-only.",
};

/** SQLite's result codes for what the system said (https://www.sqlite.org/rescode.html). */
const sqliteCodes: Readonly<Record<number, string>> = { 8: "EROFS", 13: "ENOSPC", 23: "EACCES" };

/** One sentence for people about an error of the operating system, or of SQLite; never a stack trace. */
export function describeSystemError(error: unknown): string {
	const code = codeOf(error);
	return sentences[code] ?? `The system answered ${code || String(error)}.`;
}

function codeOf(error: unknown): string {
	if (!(error instanceof Error) || !("code" in error)) return "";
	if (!("errcode" in error)) return String(error.code);
	return sqliteCodes[Number(error.errcode) & 0xff] ?? `${error.code} (${error.message})`;
}
