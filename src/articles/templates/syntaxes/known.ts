import { findMeaning } from "../known-tags.ts";
import { parseArguments, type TagArguments } from "../tag-arguments.ts";
import type { TemplateContext } from "../template-context.ts";
import type { FoundTag, Meaning } from "../template-tag.ts";

/** A tag as any syntax reads it. */
export interface ReadTag {
	readonly start: number;
	readonly end: number;
	readonly kind: string;
	readonly name: string;
	readonly role: "single" | "open" | "close";
	readonly args: string | TagArguments;
	/** What closes it; its name, if not said. */
	readonly pairName?: string;
	/** What stands between the tag and the one that closes it, where that is no text to read on in. */
	readonly body?: string;
}

/** Gives a tag that means what its name says (see `findMeaning`). */
export function namedTag(tag: ReadTag, context: TemplateContext): FoundTag {
	const { start, end, kind, role, name, body } = tag;
	const args = typeof tag.args === "string" ? parseArguments(tag.args) : tag.args;
	return {
		start,
		end,
		kind,
		role,
		pairName: tag.pairName ?? name,
		meaningAs: (form) => {
			if (role === "close" && form === "single") return { type: "lost" };
			const call = { name: name.toLowerCase(), args, form, context };
			return findMeaning(body === undefined ? call : { ...call, body });
		},
	};
}

/** Gives a tag whose meaning is certain. */
export function plainTag(start: number, end: number, kind: string, meaning: Meaning): FoundTag {
	return { start, end, kind, role: "single", pairName: "", meaningAs: () => meaning };
}
