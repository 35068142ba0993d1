import { z } from "zod";
import type { ParsedSettings, SettingsText } from "./parse-settings.ts";
import type { Person } from "./person.ts";

/** As Docusaurus has it (docs: "Global authors"): an id, with a name and more keys than are needed here. */
const authorEntry = z.object({
	name: z.string().trim().min(1),
	email: z.string().optional().catch(undefined),
	url: z
		.url({ protocol: /^https?$/ })
		.optional()
		.catch(undefined),
});

/** Who the ids of an `authors.yml` are. An entry without a name is passed over: its id stands for itself. */
export function parseAuthors(text: SettingsText): ParsedSettings<Record<string, Person>> {
	const people = Object.entries(text.data).flatMap(([id, entry]) => {
		const { data } = authorEntry.safeParse(entry);
		if (!data) return [];
		const { name, email, url } = data;
		return [[id, { name, ...(email && { email }), ...(url && { url }) }] as const];
	});
	return { values: Object.fromEntries(people), faults: [] };
}
