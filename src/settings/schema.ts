import { z } from "zod";
import { dialectNames } from "./settings.ts";

const text = z.string({ error: "text" }).trim().min(1, { error: "text that is not empty" });

/** Front matter and YAML give numbers as they were written, so a number may arrive as text. */
function wholeNumber(least: number): z.ZodType<number> {
	return z
		.union([z.number(), z.string().regex(/^\d+$/).transform(Number)], {
			error: `a whole number from ${least} up`,
		})
		.refine((value) => Number.isSafeInteger(value) && value >= least, {
			error: `a whole number from ${least} up`,
		});
}

const trueOrFalse = z.union(
	[z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")],
	{ error: "true or false" },
);

const absoluteUrl = text.transform((value, context) => {
	const url = URL.canParse(value) ? new URL(value) : undefined;
	if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username)
		return url.href.replace(/\/+$/, "");
	context.addIssue({
		code: "custom",
		message: "an absolute http or https URL without query, for example https://example.org",
	});
	return z.NEVER;
});

const language = text.refine(isLanguageTag, {
	error: "a language tag of BCP 47, for example en or pt-BR",
});

const timezone = text.refine(isTimeZone, {
	error: "a name of the IANA time zone database, for example Europe/Vienna",
});

const authority = text
	.transform((value) => value.toLowerCase())
	.refine((value) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(value), {
		error: "a host name, for example example.org",
	});

const personFields = z.object(
	{
		id: text.optional(),
		name: text,
		email: text.optional(),
		url: absoluteUrl.optional(),
	},
	{ error: "a name, or a map with `name`, `email` and `url`" },
);

const person = z.union([text.transform((name) => ({ name })), personFields], {
	error: "a name, or a map with `name`, `email` and `url`",
});

const listOf = <T extends z.ZodType>(item: T) =>
	z.union([z.array(item), item.transform((one) => [one])]);

const textOrList = z.union([z.array(text), text.transform((one) => [one])], {
	error: "a text, or a list of texts",
});

/** A path of this site; one elsewhere nobody asks here for. */
const oldAddress = text.refine((value) => !/^[a-z][a-z0-9+.-]*:|^\/\/|[?#\s]/i.test(value));

const valuesByName = z.record(z.string(), z.unknown(), { error: "a map of fields" });

/** Keys that a section may set for itself and everything below it. */
const sectionKeys = {
	title: text,
	description: text,
	language,
	image: text,
	timezone,
	authors: z.union([listOf(person), z.record(z.string(), person)], {
		error: "a list of names or of maps with `name`, `email` and `url`",
	}),
	limit: z.union([z.literal("all"), wholeNumber(1)], {
		error: "a whole number from 1 up, or `all`",
	}),
	maxBytes: wholeNumber(10_000),
	maxAge: wholeNumber(1),
	permalink: text,
	content: z.enum(["full", "summary"], { error: "`full` or `summary`" }),
	future: z.enum(["hide", "show"], { error: "`hide` or `show`" }),
	aliases: z.union([z.array(oldAddress), oldAddress.transform((one) => [one])], {
		error: "an old path of the feed such as /index.xml, or a list of them",
	}),
	retired: trueOrFalse,
};

/** Keys that only the site as a whole has. */
export const siteOnlyKeys = {
	url: absoluteUrl,
	feedsUrl: absoluteUrl,
	authority,
	dialect: z.enum(dialectNames, { error: `one of ${dialectNames.join(", ")}` }),
	ids: z.enum(["tag", "permalink"], { error: "`tag` or `permalink`" }),
	pages: trueOrFalse,
	archives: trueOrFalse,
	languages: z
		.union([z.array(language).min(1), z.record(language, z.unknown()).transform(Object.keys)], {
			error: "a list of language tags such as `[en, ja]`, the site's own first",
		})
		.transform((tags): string[] => tags),
	include: textOrList,
	ignore: textOrList,
	fields: z.record(z.string(), textOrList, {
		error: "a map such as `summary: [deck, teaser]`",
	}),
	defaults: z.record(z.string(), valuesByName, {
		error: "a map of globs, each with the fields that its articles get",
	}),
	sections: z.record(z.string(), z.object(sectionKeys).partial(), {
		error: "a map of section paths, each with its settings",
	}),
};

export const sectionSchema = z.object(sectionKeys).partial();
export const siteSchema = z.object({ ...sectionKeys, ...siteOnlyKeys }).partial();

/** What one file says: only the keys that it has. */
export type SectionValues = z.output<typeof sectionSchema>;
export type SiteValues = z.output<typeof siteSchema>;

function isLanguageTag(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}

function isTimeZone(name: string): boolean {
	try {
		return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
	} catch {
		return false;
	}
}
