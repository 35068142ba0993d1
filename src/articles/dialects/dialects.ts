import type { DialectName } from "../../settings/settings.ts";
import { broadsheet } from "./broadsheet.ts";
import type { Dialect } from "./dialect.ts";
import { eleventy } from "./eleventy.ts";
import { jekyll } from "./jekyll.ts";

export type { Dialect } from "./dialect.ts";

const dialects: ReadonlyMap<DialectName, Dialect> = new Map(
	[broadsheet, eleventy, jekyll].map((dialect) => [dialect.name, dialect]),
);

/** The names of the dialects that Broadsheet can read. */
export const supportedDialects: readonly DialectName[] = [...dialects.keys()];

/** The dialect of a name; Broadsheet's own for one that it cannot read (the settings refuse that: DIALECT_UNSUPPORTED). */
export function findDialect(name: DialectName): Dialect {
	return dialects.get(name) ?? broadsheet;
}
