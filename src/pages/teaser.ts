import { renderDay } from "./date.ts";
import { type Html, html } from "./html.ts";
import { type Interface, renderLanguage } from "./interface-language.ts";
import { renderByline } from "./links.ts";
import type { ListPage, Teaser } from "./page.ts";

/** An article in a list: title, date, section, authors, summary, as an h-entry (microformats2). */
export function renderTeaser(teaser: Teaser, page: ListPage, speech: Interface): Html {
	const lang = renderLanguage(teaser.language ?? page.language, page.language);
	const { section, summary } = teaser;
	return html`<li class="h-entry">
<h3${lang}><a class="p-name u-url" href="${teaser.url}">${teaser.title}</a></h3>
<p class="about">${renderDay(teaser.published, "dt-published", page.timezone, speech)} ${
		section && html`<a href="${section.url}"><bdi>${section.name}</bdi></a> `
	}${renderByline(teaser.authors, speech)}</p>
${
	summary &&
	html`<p class="p-summary"${lang}>${summary}</p>
`
}</li>
`;
}
