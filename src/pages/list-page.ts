import { isHome, renderFrame } from "./document.ts";
import { type Html, html } from "./html.ts";
import { chooseInterface, type Interface } from "./interface-language.ts";
import { renderBreadcrumbs, renderLinkRow } from "./links.ts";
import type { ListPage, SectionLink } from "./page.ts";
import { renderSubscribe } from "./subscribe.ts";
import { renderTeaser } from "./teaser.ts";

/**
 * The page of the site, a section, a tag or an author, as an HTML document: what it is, how to subscribe, its latest articles,
 * and the sections, tags and authors below it. The same model gives the same text.
 */
export function renderListPage(page: ListPage): string {
	const speech = chooseInterface(page.language);
	const { words } = speech;
	const description = page.description ?? "";
	const described =
		description &&
		html`<p class="description">${description}</p>
`;
	const home = isHome(page);
	const { before, after } = renderFrame(page, speech, {
		head: { openGraphType: "website", description },
		...(home && described ? { underNameplate: described } : {}),
	});
	const main = html`<main class="list" id="page-content">
${!home && renderHeading(page, described, speech)}<div class="columns">
${renderSubscribe(words.subscribe, page.feeds, speech)}
${renderEntries(page, speech)}<div class="more">
${renderSections(page.sections, speech)}${renderLinkRow("tags", words.tags, page.tags, speech)}${renderLinkRow("authors", words.authors, page.authors, speech)}</div>
</div>
</main>`;
	return `${before}${main}${after}`;
}

function renderHeading(page: ListPage, described: Html | "", speech: Interface): Html {
	const kind = page.kind === "site" ? undefined : speech.words[page.kind];
	return html`<header>
${renderBreadcrumbs(page.breadcrumbs, speech)}${
	kind &&
	html`<p class="kind"${speech.lang}>${kind}</p>
`
}<h1>${page.title}</h1>
${described}</header>
`;
}

function renderEntries(page: ListPage, speech: Interface): Html {
	const { words, lang } = speech;
	return html`<section class="entries h-feed" aria-labelledby="page-latest">
<h2 id="page-latest"${lang}>${words.latest}</h2>
${
	page.entries.length === 0
		? html`<p${lang}>${words.empty}</p>`
		: html`<ol>
${page.entries.map((teaser) => renderTeaser(teaser, page, speech))}</ol>`
}
</section>
`;
}

function renderSections(sections: readonly SectionLink[], { words, lang }: Interface): Html {
	if (sections.length === 0) return html``;
	return html`<section aria-labelledby="page-sections">
<h2 id="page-sections"${lang}>${words.sections}</h2>
${renderSectionTree(sections)}
</section>
`;
}

function renderSectionTree(sections: readonly SectionLink[]): Html {
	if (sections.length === 0) return html``;
	return html`<ul>${sections.map(
		({ name, url, children }) =>
			html`<li><a href="${url}"><bdi>${name}</bdi></a>${renderSectionTree(children)}</li>`,
	)}</ul>`;
}
