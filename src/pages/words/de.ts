import { de as locale } from "date-fns/locale/de";
import type { Words } from "./words.ts";

/** German. */
export const de: Words = {
	language: "de",
	locale,
	datePattern: "d. MMMM yyyy",
	listSeparator: ", ",
	skipToContent: "Zum Inhalt springen",
	youAreHere: "Sie sind hier",
	subscribe: "Abonnieren",
	subscribeToSection: "Diese Rubrik abonnieren",
	whatFeedsAre:
		"Ein Feed bringt neue Artikel in Ihre Lese-App, sobald sie erscheinen, ohne Konto und ohne E-Mail. Kopieren Sie eine Adresse in Ihre App, oder öffnen Sie sie in einem der Reader unten.",
	copy: "Kopieren",
	copied: "Kopiert",
	openIn: "Öffnen in",
	section: "Rubrik",
	sections: "Rubriken",
	tag: "Schlagwort",
	tags: "Schlagwörter",
	author: "Autor",
	authors: "Autoren",
	latest: "Neueste Artikel",
	empty: "Hier ist noch nichts erschienen. Mit einem Abo erfahren Sie vom ersten Artikel.",
	by: "Von",
	updated: "Aktualisiert am",
	attachments: "Medien",
	table: "Tabelle",
	older: "Älter",
	newer: "Neuer",
	allFeeds: "Alle Feeds (OPML)",
	languages: "Sprachen",
};
