declare module "unidecode" {
	/** Gives text in ASCII by the tables of Perl's Text::Unidecode; what they do not know is left out. */
	export default function unidecode(text: string): string;
}
