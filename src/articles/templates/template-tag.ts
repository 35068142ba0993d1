/** What a tag of template code becomes for a reader. Texts called HTML are not safe yet. */
export type Meaning =
	/** Nothing is lost: a comment, an import, the border of a raw text. */
	| { readonly type: "hidden" }
	/** The tag is lost; what stands between it and its partner stays. */
	| { readonly type: "lost" }
	/** Plain characters. */
	| { readonly type: "text"; readonly text: string; readonly loses?: "filter" }
	/** A reference as `ResolveReference` takes it; where it stands in text, the absolute address. */
	| { readonly type: "address"; readonly reference: string }
	/** HTML for a place among paragraphs, and for one within a phrase. */
	| { readonly type: "html"; readonly block: string; readonly inline: string }
	/**
	 * HTML around what stands between the tag and its partner. Around a whole paragraph it stands beside it (`blocks`), in
	 * its stead (`phrases`) or in it (`inline`).
	 */
	| {
			readonly type: "frame";
			readonly holds: "blocks" | "phrases" | "inline";
			readonly block: Frame;
			readonly inline: Frame;
	  }
	/** A place for a table of contents, which takes the list before it away. */
	| { readonly type: "contents" };

export interface Frame {
	readonly before: string;
	readonly after: string;
}

export const hidden: Meaning = { type: "hidden" };
export const lost: Meaning = { type: "lost" };

/** Whether a tag stands alone, or a partner closes it. */
export type TagForm = "single" | "pair";

/** One tag as it was found in a text. Offsets count UTF-16 units. */
export interface FoundTag {
	readonly start: number;
	readonly end: number;
	/** How `check` calls it: `{% image %}`. */
	readonly kind: string;
	/** `open` may have a partner, the next free `close` of the same `pairName`. */
	readonly role: "single" | "open" | "close";
	readonly pairName: string;
	/** What it becomes. A closing tag's is its partner's; without a partner, its own. */
	meaningAs(form: TagForm): Meaning;
}

/** A tag that is part of a text, with what was decided about it. */
export interface TemplateTag {
	/** As its author wrote it. */
	readonly source: string;
	readonly kind: string;
	readonly role: "single" | "open" | "close";
	readonly meaning: Meaning;
	/** The index of the tag that opens or closes what this one closes or opens. */
	readonly partner?: number;
}
