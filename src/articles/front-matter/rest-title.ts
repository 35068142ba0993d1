/** The title of a reStructuredText document, and where it stands. */
export interface RestTitle {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

const adornment = String.raw`([!-/:-@[-\`{-~])\1{2,}[ \t]*`;
const overlined = new RegExp(String.raw`^\s*${adornment}\n[ \t]*(\S[^\n]*)\n\1{3,}[ \t]*(?:\n|$)`);
const underlined = new RegExp(
	String.raw`^\s*(\S[^\n]*)\n${adornment.replaceAll(String.raw`\1`, String.raw`\2`)}(?:\n|$)`,
);

/** Finds a section title at the beginning of a document (docutils: "Sections"), with or without a line above it. */
export function readRestTitle(document: string): RestTitle | undefined {
	const match = overlined.exec(document);
	const text = match?.[2] ?? underlined.exec(document)?.[1];
	const end = (match ?? underlined.exec(document))?.[0].length;
	if (text === undefined || end === undefined) return undefined;
	return { text: text.trim(), start: document.indexOf(text), end };
}
