import type { Person } from "../article.ts";
import { cleanLine } from "../clean-text.ts";
import { isMapping } from "../front-matter/parsed-source.ts";
import type { FoundField } from "./field-lookup.ts";
import type { FieldReport } from "./field-report.ts";
import { describeValue, readLine } from "./values.ts";

type People = Readonly<Record<string, Person>>;
type PersonPath = readonly (string | number)[];

/**
 * Parses `author` or `authors`: a name, an id of `known`, an object with `name`, `email`, `url`, or a list of these.
 * `Name <mail>` is parted; a comma parts nothing (`King, Jr.`). What is no address or http(s) URL is left out with a
 * warning (RFC 4287 §3.2: an IRI and an e-mail address).
 */
export function parsePeople(field: FoundField, known: People, report: FieldReport): Person[] {
	const items = Array.isArray(field.value) ? field.value : [field.value];
	const people = items.flatMap((item: unknown, index) => {
		const path = Array.isArray(field.value) ? [index] : [];
		return parsePerson(item, path, field, known, report) ?? [];
	});
	if (people.length < 2) return people;
	return [...new Map(people.map((person) => [JSON.stringify(person), person])).values()];
}

function parsePerson(
	value: unknown,
	path: PersonPath,
	field: FoundField,
	known: People,
	report: FieldReport,
): Person | undefined {
	const line = readLine(value);
	if (line !== undefined) return findPerson(line, known) ?? parseNamed(line);
	if (!isMapping(value)) {
		report.warning(field, path, `an author is a name or an object, not ${describeValue(value)}`);
		return undefined;
	}
	const { email, mail, url, uri, website } = value;
	const byId = findPerson(readLine(value.id) ?? readLine(value.key) ?? "", known);
	const ownName = readLine(value.name) || byId?.name;
	if (!ownName) {
		report.warning(field, path, "an author needs a `name`");
		return undefined;
	}
	const ownEmail = parseEmail(email ?? mail, path, field, report) ?? byId?.email;
	const ownUrl = parseUrl(url ?? uri ?? website, path, field, report) ?? byId?.url;
	return {
		name: ownName,
		...(ownEmail === undefined ? {} : { email: ownEmail }),
		...(ownUrl === undefined ? {} : { url: ownUrl }),
	};
}

function findPerson(id: string, known: People): Person | undefined {
	return Object.hasOwn(known, id) ? known[id] : undefined;
}

function parseNamed(text: string): Person | undefined {
	const match = text.includes("@")
		? (/^(?<name>[^<>]*[^<>\s])\s*<(?<email>[^<>]+)>$/.exec(text) ??
			/^(?<email>\S+@\S+)\s+\((?<name>.+)\)$/.exec(text))
		: null;
	const { name, email } = match?.groups ?? {};
	if (name !== undefined && email !== undefined && isEmail(email)) return { name, email };
	return text === "" ? undefined : { name: text };
}

function parseEmail(
	value: unknown,
	path: PersonPath,
	field: FoundField,
	report: FieldReport,
): string | undefined {
	if (value === undefined || value === null || value === "") return undefined;
	const email = typeof value === "string" ? cleanLine(value).replace(/^mailto:/i, "") : "";
	if (isEmail(email)) return email;
	report.warning(field, path, `${describeValue(value)} is not an e-mail address`);
	return undefined;
}

function parseUrl(
	value: unknown,
	path: PersonPath,
	field: FoundField,
	report: FieldReport,
): string | undefined {
	if (value === undefined || value === null || value === "") return undefined;
	const written = typeof value === "string" ? cleanLine(value) : "";
	const url = /^https?:\/\//i.test(written) ? URL.parse(written) : null;
	if (url !== null) return url.href;
	report.warning(field, path, `${describeValue(value)} is not a URL with http:// or https://`);
	return undefined;
}

function isEmail(text: string): boolean {
	return /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/u.test(text);
}
