import { contentReference } from "../articles/templates/content-reference.ts";
import type { DialectName } from "../settings/settings.ts";
import { decodePath } from "./join-path.ts";

/** What a reference in its generator's own spelling stands for. */
export type DialectReference =
	/** A `content:` reference, see `contentReference`. */
	| { readonly content: string }
	/** A path from the site's home. */
	| { readonly fromHome: string }
	/** A path from the site's origin. */
	| { readonly fromOrigin: string }
	/** A reference from the article's own address. */
	| { readonly fromArticle: string }
	/** An address that depends on settings of the generator, as it was named. */
	| { readonly unknown: string };

/**
 * Reads the spellings of addresses that only one generator knows; undefined for any other reference. Sources: Zola,
 * "Internal links & deep linking" (`@/`); Docusaurus, "Markdown links", "Static assets" (`@site/`); Pelican, "Linking to
 * internal content" and "Attaching static files" (`{filename}`, `{static}`, `{attach}`, `{index}`, and with `|`).
 */
export function readDialectReference(
	reference: string,
	dialect: DialectName,
): DialectReference | undefined {
	if (dialect === "zola" && reference.startsWith("@/"))
		return { content: page(reference.slice(1)) };
	if (dialect === "docusaurus" && reference.startsWith("@site/")) {
		const path = reference.slice("@site".length);
		const asset = /^\/static(\/.*)$/s.exec(path)?.[1];
		return asset === undefined ? { content: page(path) } : { fromOrigin: asset };
	}
	return dialect === "pelican" ? readPelican(reference) : undefined;
}

function readPelican(reference: string): DialectReference | undefined {
	const [, word, path = ""] =
		/^(?:\{|%7B|\||%7C)([a-z]+)(?:\}|%7D|\||%7C)(.*)$/is.exec(reference) ?? [];
	switch (word?.toLowerCase()) {
		case "filename":
			return { content: page(path) };
		case "static":
			return { fromHome: path.startsWith("/") ? path : `/${path}` };
		case "attach":
			return { fromArticle: decodePath(path).split("/").at(-1) ?? path };
		case "index":
			return { fromHome: "/" };
		case "author":
		case "category":
		case "tag":
			return { unknown: reference };
		default:
			return undefined;
	}
}

function page(path: string): string {
	return contentReference("page", path);
}
