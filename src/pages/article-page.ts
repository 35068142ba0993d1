import { formatDay, renderDay } from "./date.ts";
import { renderFrame } from "./document.ts";
import { type Html, html } from "./html.ts";
import { chooseInterface, type Interface } from "./interface-language.ts";
import { renderBreadcrumbs, renderByline, renderLinkRow } from "./links.ts";
import { renderMedia } from "./media.ts";
import type { ArticlePage } from "./page.ts";
import { renderSubscribe } from "./subscribe.ts";

/** An HTML document round the body of an article (`renderArticleBody`). */
export interface AroundBody {
	readonly before: string;
	readonly after: string;
}

/** The page of an article as an HTML document, but for the body. The same model gives the same text. */
export function renderArticlePage(page: ArticlePage): AroundBody {
	const speech = chooseInterface(page.language);
	const { words } = speech;
	const inSection = page.breadcrumbs.length > 0;
	const head = {
		openGraphType: "article",
		description: page.summary,
		published: page.published,
		updated: page.updated,
	} as const;
	const frame = renderFrame(page, speech, { head });
	return {
		before: `${frame.before}${html`<main class="single" id="page-content">
<article class="h-entry">
${renderHeading(page, speech)}${renderMedia(page.enclosures, speech)}${renderPicture(page)}`}`,
		after: `${html`${renderLinkRow("tags", words.tags, page.tags, speech)}</article>
${renderNeighbours(page, speech)}${renderSubscribe(inSection ? words.subscribeToSection : words.subscribe, page.feeds, speech)}</main>`}${frame.after}`,
	};
}

function renderHeading(page: ArticlePage, speech: Interface): Html {
	return html`<header>
${renderBreadcrumbs(page.breadcrumbs, speech)}<h1 class="p-name">${page.title}</h1>
${
	page.standfirst &&
	html`<p class="description p-summary">${page.standfirst}</p>
`
}<p class="about">${renderByline(page.authors, speech)}
<a class="u-url" href="${page.canonicalUrl}">${renderDay(page.published, "dt-published", page.timezone, speech)}</a>
${renderUpdated(page, speech)}</p>
</header>
`;
}

/** The day of the last change, where it is another one than that of publication. */
function renderUpdated(page: ArticlePage, speech: Interface): Html {
	const { published, timezone, updated } = page;
	if (formatDay(published, timezone, speech) === formatDay(updated, timezone, speech)) {
		return html``;
	}
	return html`<span><span${speech.lang}>${speech.words.updated}</span> ${renderDay(updated, "dt-updated", timezone, speech)}</span>`;
}

/** The article's picture, unless its body shows it: decoration, for nobody gave words for it. */
function renderPicture({ isPictureInBody, image }: ArticlePage): Html {
	if (!image || isPictureInBody) return html``;
	return html`<p class="picture"><img class="u-photo" src="${image.url}" alt=""></p>
`;
}

function renderNeighbours({ next, previous }: ArticlePage, { words, lang }: Interface): Html {
	if (!next && !previous) return html``;
	return html`<nav class="neighbours" aria-labelledby="page-neighbours">
<span class="unseen" id="page-neighbours"${lang}>${words.older}/${words.newer}</span>
${
	previous &&
	html`<p><span${lang}>${words.older}</span> <a rel="prev" href="${previous.url}"><bdi>${previous.name}</bdi></a></p>
`
}${
	next &&
	html`<p><span${lang}>${words.newer}</span> <a rel="next" href="${next.url}"><bdi>${next.name}</bdi></a></p>
`
}</nav>
`;
}
