import type { Person } from "../settings/person.ts";

export type { Person };

/** One step of a section's path: `slug` stands in addresses, `name` is what people read. */
export interface Crumb {
	readonly slug: string;
	readonly name: string;
}

/** `unsupported`: a markup that Broadsheet cannot read, such as reStructuredText; nothing of it is shown. */
export type BodyFormat = "markdown" | "html" | "text" | "unsupported";

/** An article's text as its author wrote it, behind the front matter. */
export interface Body {
	readonly format: BodyFormat;
	readonly text: string;
	/** The line of the file, counted from 1, in which `text` begins. */
	readonly firstLine: number;
}

/**
 * What is known of an article's text without holding it: texts are many and long, and most of them are never shown, so
 * whoever renders one reads it again.
 */
export interface BodyFacts {
	readonly format: BodyFormat;
	readonly firstLine: number;
	/** In UTF-16 code units. */
	readonly length: number;
	/** A hash of the title and the text: of what the author wrote. */
	readonly fingerprint: string;
	/** The ends of what may be names of files in the text (see `findFileNames`). */
	readonly fileNames: readonly string[];
}

/** A file or address that an article names as its enclosure or picture, as written. */
export interface MediaReference {
	/** As written: an absolute URL, or a path from the article's file (or, with a leading `/`, from the folder). */
	readonly reference: string;
	/** IANA media type, where the author gave one. */
	readonly mediaType?: string;
	readonly lengthInBytes?: number;
	readonly title?: string;
}

/** A checked article: what Broadsheet knows of it before anything is rendered. All text is clean (`cleanText`). */
export interface Article {
	/** Path from the folder of articles, with `/`. */
	readonly path: string;
	/** The section that the article stands in, from the top of its language's tree; empty for the site itself. */
	readonly section: readonly Crumb[];
	/** The tree of its language, by the first segment of its addresses; absent at the root. */
	readonly tree?: string;
	/** What it has in common with its translations alone; absent where the site has one language. */
	readonly translationKey?: string;
	/** Plain characters, as written: `AT&T <b>` is eight characters, not markup. */
	readonly title: string;
	/** Absolute URL of the article's page, percent-encoded. */
	readonly url: string;
	/** The id that the author gave (`id` or `guid`); without it one is built from `authority`, date and path. */
	readonly ownId?: string;
	readonly published: Date;
	/** The author's `updated`, else `published`; never a file's time. */
	readonly updated: Date;
	/** Not to be shown before (`published`, or a later `publish` time) … */
	readonly visibleFrom: Date;
	/** … nor from this instant on. */
	readonly visibleUntil?: Date;
	/** Not to be shown at all. */
	readonly draft: boolean;
	/** Why `draft` is set: a phrase such as "`published` is off". */
	readonly hiddenBy?: string;
	/** The id that the generator of the site gives to the article's entry. */
	readonly generatorId: string;
	/** Old addresses of its page, as written: paths from the site's home, or URLs. */
	readonly aliases: readonly string[];
	/** BCP 47. */
	readonly language?: string;
	readonly authors: readonly Person[];
	/** Names as written. */
	readonly tags: readonly string[];
	/** Names as written. */
	readonly categories: readonly string[];
	/** The author's own summary: plain text or inline Markdown/HTML, as written. */
	readonly summary?: string;
	readonly image?: MediaReference;
	readonly enclosures: readonly MediaReference[];
	readonly body: BodyFacts;
}
