import { readFlag } from "../articles/fields/flag.ts";
import type { Found } from "./config-text.ts";
import { isTable, Unreadable } from "./unreadable.ts";

/** Text, or a number that stands for its characters; undefined for anything else. */
export function toText(value: unknown): string | undefined {
	if (typeof value === "number") return String(value);
	return typeof value === "string" && /\S/.test(value) ? value.trim() : undefined;
}

/** A list of texts, also from one; what is no text is left out. */
export function toTexts(value: unknown): string[] {
	const list = Array.isArray(value) ? value : [value];
	return list.flatMap((item) => toText(item) ?? []);
}

/** A language tag as BCP 47 writes it, from `en-us`, `en_US` or the first of a list. */
export function toLanguage(value: unknown): string | Unreadable | undefined {
	const text = toText(Array.isArray(value) ? value[0] : value);
	if (text === undefined) return undefined;
	try {
		return Intl.getCanonicalLocales(text.replace(/\..*$/s, "").replaceAll("_", "-"))[0];
	} catch {
		return new Unreadable(`\`${text}\` is no language tag`);
	}
}

/** Entries in a feed; to the generators, none, zero and less mean all of them. */
export function toLimit(value: unknown): number | "all" | Unreadable {
	if (value === false || value === null) return "all";
	const number = Number(value);
	if (!Number.isInteger(number)) return new Unreadable("it is no whole number");
	return number <= 0 ? "all" : number;
}

/** Whether articles of the future are shown. */
export function toFuture(value: unknown): "show" | "hide" | undefined {
	const flag = readFlag(value);
	if (flag === undefined) return undefined;
	return flag ? "show" : "hide";
}

/** People from a name, a map with a name, or a list of these. */
export function toAuthors(value: unknown): object[] {
	const list = Array.isArray(value) ? value : [value];
	return list.flatMap((person) => {
		if (!isTable(person)) {
			const name = toText(person);
			return name === undefined ? [] : [{ name }];
		}
		const name = toText(person.name);
		if (name === undefined) return [];
		const email = toText(person.email);
		const url = [person.url, person.uri, person.link, person.website].find(isAbsoluteUrl);
		return [{ name, ...(email && { email }), ...(url !== undefined && { url }) }];
	});
}

/** Whether a value is an absolute http(s) URL. */
export function isAbsoluteUrl(value: unknown): value is string {
	return typeof value === "string" && /^https?:\/\/./.test(value) && URL.canParse(value);
}

/**
 * A site's address out of its home and the paths below it: the place is the home's. A home that names no host
 * (`/`, empty) says nothing.
 */
export function joinUrl(
	home: Found | undefined,
	...paths: readonly (Found | string | undefined)[]
): Found | undefined {
	if (home === undefined || home.value instanceof Unreadable) return home;
	const text = toText(home.value);
	if (text === undefined || text === "/") return undefined;
	const base = /^[a-z][a-z\d+.-]*:|^\/\//i.test(text) ? text : `https://${text}`;
	if (!isAbsoluteUrl(base)) return { ...home, value: new Unreadable(`\`${text}\` is no address`) };
	const { origin, pathname } = new URL(base);
	const found = paths.filter((path) => path !== undefined);
	const unread = found.find((path) => typeof path === "object" && path.value instanceof Unreadable);
	if (typeof unread === "object") return unread;
	const below = found.map((path) => (typeof path === "string" ? path : (toText(path.value) ?? "")));
	const path = [pathname, ...below].flatMap((part) => part.split("/")).filter(Boolean);
	const keys = found.flatMap((part) => (typeof part === "object" ? part.key : []));
	return {
		value: [origin, ...path].join("/"),
		place: home.place,
		key: [home.key, ...keys].join(" + "),
	};
}
