import type { TemplateContext } from "./template-context.ts";
import type { FoundTag } from "./template-tag.ts";

/** A text while its tags are looked for. */
export interface Scan {
	readonly text: string;
	readonly context: TemplateContext;
	/** As `text.indexOf`, without searching the same stretch twice. */
	indexOf(needle: string, from: number): number;
	/** The first match at or behind an offset; `name` stands for the pattern. */
	search(name: string, pattern: RegExp, from: number): readonly [number, number] | undefined;
	/** What `import NAME from "./FILE"` names, by name. */
	readonly imports: Map<string, string>;
	/** Ends by starts: the closing tags at line starts that were found with their opening ones. */
	readonly passed: Map<number, number>;
	/** Braces without an end that were followed so far: a text of nothing else is given up. */
	openBraces: number;
}

/** Tags that begin at one place, and where to look for the next. */
export interface Finding {
	readonly tags: readonly FoundTag[];
	readonly end: number;
}

/** One form of template code. */
export interface TemplateSyntax {
	/** Whether it stands anywhere in a text, or only where a line begins (behind blanks, `>` and list markers). */
	readonly at: "anywhere" | "line";
	/** The characters that one of its tags can begin with. */
	readonly starts: string;
	/** Reads what begins at an offset; undefined where no tag of this syntax does. */
	read(scan: Scan, start: number): Finding | undefined;
}

/** Opens a text for looking for tags. */
export function openScan(text: string, context: TemplateContext): Scan {
	const found = new Map<string, readonly [from: number, start: number, end: number]>();
	function remember(
		name: string,
		from: number,
		find: () => readonly [number, number] | undefined,
	): readonly [number, number] | undefined {
		const known = found.get(name);
		if (known && known[0] <= from && from <= known[1])
			return known[1] === Number.POSITIVE_INFINITY ? undefined : [known[1], known[2]];
		const [start, end] = find() ?? [Number.POSITIVE_INFINITY, 0];
		found.set(name, [from, start, end]);
		return end === 0 ? undefined : [start, end];
	}
	return {
		text,
		context,
		imports: new Map(),
		passed: new Map(),
		openBraces: 0,
		indexOf(needle, from) {
			const place = remember(needle, from, () => {
				const start = text.indexOf(needle, from);
				return start < 0 ? undefined : [start, start + needle.length];
			});
			return place?.[0] ?? -1;
		},
		search: (name, pattern, from) =>
			remember(name, from, () => {
				pattern.lastIndex = from;
				const match = pattern.exec(text);
				return match ? [match.index, match.index + match[0].length] : undefined;
			}),
	};
}

/** A finding of one tag. */
export function foundOne(tag: FoundTag): Finding {
	return { tags: [tag], end: tag.end };
}
