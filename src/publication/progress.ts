/** How far a long piece of work is. */
export interface Step {
	readonly name: "read" | "rendered" | "wrote";
	/** Articles that are read or rendered; documents that are written. */
	readonly done: number;
	readonly all: number;
}

/** Is told of every single article or document, so it must cost next to nothing. */
export type Progress = (step: Step) => void;

/** For work that nobody waits for. */
export const noProgress: Progress = () => {};
