import type { Dialect } from "./dialect.ts";
import { noFeedAddresses } from "./feed-addresses.ts";

/**
 * What most generators have in common; each dialect says what differs. `id` and `guid` in front matter mean nothing to
 * them: often they are what a former system left behind, and not unique. Times of coming and going are Hugo's alone.
 */
export const foreign = {
	categoriesOf: () => [],
	titleOf: () => undefined,
	fieldNames: { id: [], publish: [], expires: [] },
	dateHabits: { overflow: "refuse", order: "unclear" },
	frontMatterForm: "fenced",
	brokenFrontMatter: "refuse",
	listSeparator: /,/,
	hiddenBy: () => undefined,
	undated: "omit",
	expandPattern: (pattern) => pattern,
	permalinkZone: "UTC",
	readOwnPermalink: (address) => ({ address }),
	finishAddress: (address) => address,
	idOf: ({ url }) => url,
	feedAddresses: noFeedAddresses,
} as const satisfies Partial<Dialect>;
