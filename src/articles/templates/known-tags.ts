import { callouts } from "./meanings/callouts.ts";
import { codeTags } from "./meanings/code.ts";
import { embeds } from "./meanings/embeds.ts";
import { links } from "./meanings/links.ts";
import { pictureOf, pictures } from "./meanings/pictures.ts";
import { quotes } from "./meanings/quotes.ts";
import type { TagCall, TagRule } from "./tag-call.ts";
import { lost, type Meaning } from "./template-tag.ts";

const rules: ReadonlyMap<string, TagRule> = new Map([
	...callouts,
	...codeTags,
	...embeds,
	...links,
	...pictures,
	...quotes,
]);

/**
 * Gives what a tag becomes, by its name in lower case; one that names a picture in its arguments is a picture, whatever
 * it is called; of any other the tag is lost. `include name.html …` is what `name` is.
 */
export function findMeaning(call: TagCall): Meaning {
	const { name, args, context } = call;
	if (["include", "include_relative", "include_cached", "render"].includes(name)) {
		const [file = ""] = args.positional;
		const included = file
			.replace(/^.*\//, "")
			.replace(/\.\w+$/, "")
			.toLowerCase();
		const rest = { ...args, positional: args.positional.slice(1) };
		const isKnown = rules.has(included) && included !== "include" && included !== "code";
		if (isKnown) return findMeaning({ name: included, args: rest, form: call.form, context });
		return pictureOf({ ...call, args: rest }) ?? lost;
	}
	return rules.get(name)?.(call) ?? pictureOf(call) ?? lost;
}
