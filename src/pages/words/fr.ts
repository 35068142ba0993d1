import { fr as locale } from "date-fns/locale/fr";
import type { Words } from "./words.ts";

/** French. */
export const fr: Words = {
	language: "fr",
	locale,
	datePattern: "do MMMM yyyy",
	listSeparator: ", ",
	skipToContent: "Aller au contenu",
	youAreHere: "Vous êtes ici",
	subscribe: "S’abonner",
	subscribeToSection: "S’abonner à cette rubrique",
	whatFeedsAre:
		"Un flux apporte les nouveaux articles dans votre lecteur dès leur parution, sans compte ni courriel. Copiez une adresse dans votre application, ou ouvrez-la dans l’un des lecteurs ci-dessous.",
	copy: "Copier",
	copied: "Copié",
	openIn: "Ouvrir dans",
	section: "Rubrique",
	sections: "Rubriques",
	tag: "Mot-clé",
	tags: "Mots-clés",
	author: "Auteur",
	authors: "Auteurs",
	latest: "Derniers articles",
	empty: "Rien n’a encore paru ici. Abonnez-vous pour être averti du premier article.",
	by: "Par",
	updated: "Mis à jour le",
	attachments: "Médias",
	table: "Tableau",
	older: "Plus ancien",
	newer: "Plus récent",
	allFeeds: "Tous les flux (OPML)",
	languages: "Langues",
};
