import { type Html, html, joinHtml } from "./html.ts";
import type { Interface } from "./interface-language.ts";
import type { Author, PageLink } from "./page.ts";

/** The way from the top section down to here; empty where there is none. */
export function renderBreadcrumbs(
	breadcrumbs: readonly PageLink[],
	{ words, lang }: Interface,
): Html {
	if (breadcrumbs.length === 0) return html``;
	return html`<nav class="breadcrumbs" aria-labelledby="page-breadcrumbs">
<span class="unseen" id="page-breadcrumbs"${lang}>${words.youAreHere}</span>
<ol>${breadcrumbs.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}</ol>
</nav>
`;
}

/** Who wrote, as `By A, B`, each an h-card (microformats2); empty without authors. */
export function renderByline(authors: readonly Author[], { words, lang }: Interface): Html {
	if (authors.length === 0) return html``;
	const names = authors.map(({ name, url }) =>
		url
			? html`<a class="p-author h-card" href="${url}"><bdi>${name}</bdi></a>`
			: html`<bdi class="p-author h-card">${name}</bdi>`,
	);
	return html`<span class="byline"><span${lang}>${words.by}</span> ${joinHtml(names, words.listSeparator)}</span>`;
}

/** A row of tags or authors under a heading; empty where there are none. `id` is unique on the page, and gets a prefix that keeps it apart from the ids of articles. */
export function renderLinkRow(
	id: string,
	heading: string,
	links: readonly PageLink[],
	{ lang }: Interface,
): Html {
	if (links.length === 0) return html``;
	return html`<section class="tagged" aria-labelledby="page-${id}">
<h2 id="page-${id}"${lang}>${heading}</h2>
<ul class="row">${links.map(({ name, url }) => html`<li><a href="${url}"><bdi>${name}</bdi></a></li>`)}</ul>
</section>
`;
}
