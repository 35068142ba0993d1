import type { DialectName } from "../../settings/settings.ts";

/** What decides which template code a text can hold, and what is known of the site that it stands in. */
export interface TemplateContext {
	readonly dialect: DialectName;
	/** Path of the article's file: its ending tells MDX from Markdown. */
	readonly path: string;
	/** What names such as `site.baseurl` stand for, as plain characters. */
	readonly variables: ReadonlyMap<string, string>;
}
