/** Takes a text as it is to stand in the document, and gives what is to be handed to the library in its place. */
export type Hold = (written: string) => string;

/** What a library wrote for one shape: its pieces, and the numbers of the texts between them. */
interface Stencil {
	readonly pieces: readonly string[];
	readonly holes: readonly number[];
}

/** More shapes than a site has; beyond them a shape is written anew. */
const mostStencils = 500;

/**
 * Control characters for private use (ISO 6429, PU1 and PU2) round a number: no library escapes them. They are within
 * Latin-1, so that what a library writes round them takes one byte a character, and what is filled in is not widened.
 */
const [holeStart, holeEnd] = ["\u0091", "\u0092"];
const hole = /\u0091(\d+)\u0092/;

/** A hole that a library has put into quotation marks. */
export const quotedHole = /"(\u0091\d+\u0092)"/g;

/**
 * Has a library write each shape of its input once, with holes where the texts go, and fills the holes for each document:
 * `write` hands the input on, and the function given back takes what builds it. A shape is all of the input but its held
 * texts, so `write` may look at anything but these. No text passes through the library. An empty text makes no hole: where
 * there is nothing to write, that is part of the shape.
 */
export function createStencils<Input>(
	write: (input: Input) => string,
): (build: (hold: Hold) => Input) => string {
	const stencils = new Map<string, Stencil>();
	return (build) => {
		const texts: string[] = [];
		const input = build((text) =>
			text === "" ? "" : `${holeStart}${texts.push(text) - 1}${holeEnd}`,
		);
		const shape = JSON.stringify(input);
		let stencil = stencils.get(shape);
		if (stencil === undefined) {
			stencil = cutStencil(write(input));
			if (stencils.size >= mostStencils) stencils.clear();
			stencils.set(shape, stencil);
		}
		return fillStencil(stencil, texts);
	};
}

function cutStencil(document: string): Stencil {
	const parts = document.split(hole);
	return {
		pieces: parts.filter((_, index) => index % 2 === 0),
		holes: parts.filter((_, index) => index % 2 === 1).map(Number),
	};
}

function fillStencil({ pieces, holes }: Stencil, texts: readonly string[]): string {
	let document = pieces[0] ?? "";
	for (const [index, number] of holes.entries())
		document += (texts[number] ?? "") + (pieces[index + 1] ?? "");
	return document;
}
