import type { FeedFormat, FormatName } from "../feeds/feed.ts";
import type { Catalog, HeldRow } from "./catalog.ts";
import type { SelectedTerm } from "./selection.ts";

/** A list's catalog where its articles can be rendered. */
export interface ListCatalog extends Catalog {
	/** The address of the list's page, which names it. */
	readonly address: string;
	/** The list's feeds, whose selections it knows. */
	readonly feeds: Readonly<Record<FormatName, string>>;
	/** The newest change of the list, as far as its content tells. */
	readonly changed: Date;
	readonly nextChange?: Date;
	/** The documents that `documentOf` numbers. */
	readonly documents: readonly HoldingDocument[];
	/** The number of a row's entry among the pieces of its document. */
	pieceOf(row: number): number;
	/** A row's entry in UTF-8. */
	readEntry(row: number, format: FeedFormat): Uint8Array;
	/** The number of a row's entry among the pieces of another document than its own. */
	heldPieceOf(held: HeldRow): number;
	/** Every tag and author of the list's articles. */
	readonly terms: readonly SelectedTerm[];
	/** Text that differs whenever a selection's entries or head may: what they are rendered from. */
	describe(): string;
}

/** A feed document, or a page of an archive, in each format. */
export interface HoldingDocument {
	readonly addresses: Readonly<Record<FormatName, string>>;
	/** How much its articles' authors wrote, in characters: about how large it is, known without rendering it. */
	readonly weight: number;
}
