import type { TagArguments } from "./tag-arguments.ts";
import type { TemplateContext } from "./template-context.ts";
import type { Meaning, TagForm } from "./template-tag.ts";

/** A tag as it was written, to be given a meaning. */
export interface TagCall {
	/** In lower case. */
	readonly name: string;
	readonly args: TagArguments;
	readonly form: TagForm;
	/** What stands between it and the tag that ends it, where that is no text to read on in. */
	readonly body?: string;
	readonly context: TemplateContext;
}

/** What tags of one name become; undefined where the arguments do not fit. */
export type TagRule = (call: TagCall) => Meaning | undefined;
