import type { Person } from "./person.ts";
import type { SectionValues, SiteValues } from "./schema.ts";
import type { SectionSettings, SiteSettings } from "./settings.ts";

/** What an omitted setting is. `url`, `feedsUrl` and `authority` follow from each other and from the listener. */
const defaults = {
	title: "Untitled",
	language: "en",
	timezone: "UTC",
	limit: 50,
	maxBytes: 1_000_000,
	maxAge: 30,
	content: "full",
	future: "hide",
	dialect: "broadsheet",
} as const;

/**
 * The site's settings from the files and flags that say something of it, the weightiest first.
 * `listenerUrl` stands for `url` where nobody names one; ids then begin with `tag:localhost,`.
 */
export function resolveSite(
	layers: readonly SiteValues[],
	listenerUrl: string,
	authorsFile: Readonly<Record<string, Person>>,
): SiteSettings {
	const values = layers.reduceRight<SiteValues>(
		(merged, layer) => Object.assign(merged, layer),
		{},
	);
	const url = values.url ?? listenerUrl;
	const dialect = values.dialect ?? defaults.dialect;
	const section = applyValues(
		{
			language: values.languages?.[0] ?? defaults.language,
			timezone: defaults.timezone,
			authors: [],
			limit: defaults.limit,
			maxBytes: defaults.maxBytes,
			maxAge: defaults.maxAge,
			content: defaults.content,
			future: defaults.future,
			aliases: [],
			retired: false,
		},
		values,
	);
	return {
		...section,
		title: section.title ?? defaults.title,
		url,
		feedsUrl: values.feedsUrl ?? url,
		authority: values.authority ?? (values.url ? new URL(values.url).hostname : "localhost"),
		dialect,
		ids: values.ids ?? (dialect === "broadsheet" ? "tag" : "permalink"),
		pages: values.pages ?? dialect === "broadsheet",
		archives: values.archives ?? true,
		languages: values.languages ?? [],
		include: values.include ?? [],
		ignore: values.ignore ?? [],
		fields: values.fields ?? {},
		defaults: Object.entries(values.defaults ?? {}).map(([glob, fields]) => ({
			glob,
			values: fields,
		})),
		authorsById: { ...authorsFile, ...namedAuthors(values.authors) },
	};
}

/** A section's settings: its parent's, with what the section itself says (the weightiest layer first). */
export function resolveSection(
	parent: SectionSettings,
	layers: readonly SectionValues[],
): SectionSettings {
	const { title: _, description: __, ...inherited } = parent;
	return layers.reduceRight<SectionSettings>(applyValues, { ...inherited, aliases: [] });
}

function applyValues(parent: SectionSettings, values: SectionValues): SectionSettings {
	const { authors, permalink, title, description, image } = values;
	return {
		...parent,
		...(title !== undefined && { title }),
		...(description !== undefined && { description }),
		...(image !== undefined && { image }),
		...(permalink !== undefined && { permalink }),
		language: values.language ?? parent.language,
		timezone: values.timezone ?? parent.timezone,
		authors: authors === undefined ? parent.authors : defaultAuthors(authors),
		limit: values.limit ?? parent.limit,
		maxBytes: values.maxBytes ?? parent.maxBytes,
		maxAge: values.maxAge ?? parent.maxAge,
		content: values.content ?? parent.content,
		future: values.future ?? parent.future,
		aliases: values.aliases ?? parent.aliases,
		retired: values.retired ?? parent.retired,
	};
}

type AuthorsValue = NonNullable<SectionValues["authors"]>;
type PersonValue = AuthorsValue extends readonly (infer P)[] | infer _R ? P : never;

/** A list names the authors of articles that name none; a map only says who an id is. */
function defaultAuthors(authors: AuthorsValue): Person[] {
	return Array.isArray(authors) ? authors.map(buildPerson) : [];
}

function namedAuthors(authors: AuthorsValue | undefined): Record<string, Person> {
	if (!authors) return {};
	const pairs: [string | undefined, PersonValue][] = Array.isArray(authors)
		? authors.map((person) => ["id" in person ? person.id : undefined, person])
		: Object.entries(authors);
	return Object.fromEntries(
		pairs.flatMap(([id, person]) => (id ? [[id, buildPerson(person)]] : [])),
	);
}

function buildPerson(person: PersonValue): Person {
	const { name, email, url } = { email: undefined, url: undefined, ...person };
	return { name, ...(email !== undefined && { email }), ...(url !== undefined && { url }) };
}
