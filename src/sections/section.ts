import type { Article } from "../articles/article.ts";
import type { SectionSettings } from "../settings/settings.ts";

/** A named, ordered list of articles with everything below it; it has one feed in each format. */
export interface Section {
	/** Slugs from the top, a language's tree before them; empty for the whole site. */
	readonly path: readonly string[];
	readonly title: string;
	readonly settings: SectionSettings;
	/** By title. */
	readonly children: readonly Section[];
	readonly articles: ArticleList;
}

/** A tag or an author with what it stands on. */
export interface Term {
	readonly slug: string;
	readonly name: string;
	readonly articles: ArticleList;
}

/** The articles of one feed at one instant. */
export interface ArticleList {
	/** Visible at that instant, newest first. */
	readonly visible: readonly Article[];
	/** Those whose time is over. */
	readonly expired: readonly Article[];
	/**
	 * The newest instant, not later than that instant, at which the list changed as far as its articles tell:
	 * one was published, updated, or expired. 2000-01-01T00:00:00Z where none did.
	 */
	readonly changed: Date;
	/** The next instant at which an article comes or goes by schedule. */
	readonly nextChange?: Date;
}
