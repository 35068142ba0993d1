import { type raw, html as taggedHtml } from "hono/html";

/** Finished HTML: put into a template, it is not escaped again. */
export type Html = ReturnType<typeof raw>;

/** What a template may hold: text is escaped, finished HTML stays, `undefined` and `false` give nothing. */
export type HtmlValue = string | number | Html | false | undefined | readonly HtmlValue[];

/**
 * HTML from a template whose values are escaped, for text and for attributes in double quotes.
 * Hono's own tag may answer with a promise, where a value is one; a page is a pure function of its model, so here none can be.
 *
 * @throws TypeError where a value turned out to be a promise, against its type.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
	const made = taggedHtml(strings, ...values);
	if (made instanceof Promise) throw new TypeError("A page cannot wait for one of its values.");
	return made;
}

/** Puts `separator` between the parts. */
export function joinHtml(parts: readonly HtmlValue[], separator: HtmlValue): readonly HtmlValue[] {
	return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}
