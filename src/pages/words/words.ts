import type { Locale } from "date-fns/locale";

/** The words of the interface in one language. */
export interface Words {
	/** BCP 47. */
	readonly language: string;
	/** Names of months. */
	readonly locale: Locale;
	/** A day, as date-fns `format` reads it. */
	readonly datePattern: string;
	/** Between names in a row. */
	readonly listSeparator: string;
	readonly skipToContent: string;
	readonly youAreHere: string;
	readonly subscribe: string;
	readonly subscribeToSection: string;
	/** What a feed is, in two sentences. */
	readonly whatFeedsAre: string;
	readonly copy: string;
	readonly copied: string;
	/** Before the names of reader apps. */
	readonly openIn: string;
	readonly section: string;
	readonly sections: string;
	readonly tag: string;
	readonly tags: string;
	readonly author: string;
	readonly authors: string;
	readonly latest: string;
	readonly empty: string;
	/** Before the names of authors. */
	readonly by: string;
	/** Before a date. */
	readonly updated: string;
	readonly attachments: string;
	readonly table: string;
	readonly older: string;
	readonly newer: string;
	readonly allFeeds: string;
	/** Above links to the same page in other languages. */
	readonly languages: string;
}
