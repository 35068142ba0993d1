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

/** One sentence for people about an error of the operating system; never a stack trace. */
export function describeSystemError(error: unknown): string {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	return sentences[code] ?? `The system answered ${code || String(error)}.`;
}
