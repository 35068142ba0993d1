import { createOnce } from "../text/once.ts";
import { isPlainPath } from "../text/plain-path.ts";
import { directionOf } from "./direction.ts";
import { type HeadDetails, renderHead } from "./head.ts";
import { type Html, html } from "./html.ts";
import { type Interface, renderLanguage } from "./interface-language.ts";
import type { PageFrame, PageLink } from "./page.ts";

/** What one kind of page puts into the common frame, besides the `main` element. */
export interface FrameParts {
	readonly head: HeadDetails;
	/** What follows the nameplate in the page's header: the home page's description. */
	readonly underNameplate?: Html;
}

/** An HTML document round its `main` element: head, header with the site's name and sections; footer. */
export function renderFrame(
	page: PageFrame,
	speech: Interface,
	{ head, underNameplate }: FrameParts,
): { readonly before: string; readonly after: string } {
	return {
		before: `${html`<!doctype html>
<html lang="${page.language}" dir="${directionOf(page.language)}">
${renderHead(page, head)}
<body>
<a class="skip" href="#page-content"${speech.lang}>${speech.words.skipToContent}</a>
${renderMasthead(page, speech, underNameplate)}`}`,
		after: `${html`
${renderFooter(page, speech)}</body>
</html>
`}`,
	};
}

function renderMasthead(page: PageFrame, { words, lang }: Interface, below?: Html): Html {
	const siteLang = renderLanguage(page.siteLanguage ?? page.language, page.language);
	const nameplate = isHome(page)
		? html`<h1 class="nameplate"${siteLang}>${page.siteTitle}</h1>`
		: html`<p class="nameplate"${siteLang}><a href="${page.siteUrl}" rel="home">${page.siteTitle}</a></p>`;
	return html`<header class="masthead">
${nameplate}
${below}<nav aria-labelledby="page-navigation">
<span class="unseen" id="page-navigation"${lang}>${words.sections}</span>
<ul${siteLang}>${page.navigation.map((link) => renderSectionLink(link, page))}${
		page.feeds.length > 0 &&
		html`<li class="to-subscribe"><a href="#page-subscribe"${lang}>${words.subscribe}</a></li>`
	}</ul>
</nav>
${renderTranslations(page, { words, lang })}</header>
`;
}

/** The page in other languages, each by its own name and in its own direction. */
function renderTranslations(
	{ language, translations = [] }: PageFrame,
	{ words, lang }: Interface,
): Html {
	if (translations.length === 0) return html``;
	return html`<span class="unseen" id="page-languages"${lang}>${words.languages}</span>
<ul aria-labelledby="page-languages">${translations.map(
		(other) =>
			html`<li><a rel="alternate" href="${other.url}" hreflang="${other.language}"${renderLanguage(other.language, language)}>${other.name}</a></li>`,
	)}</ul>
`;
}

/** A section in the navigation; `aria-current` is `page` for the page itself, `true` for the section that it is in. */
function renderSectionLink(link: PageLink, page: PageFrame): Html {
	const current = isSameAddress(link.url, page) ? "page" : isSectionOf(page, link) && "true";
	if (!current) return renderOtherSection(link);
	return html`<li><a href="${link.url}" aria-current="${current}">${link.name}</a></li>`;
}

/** Once for all pages. */
const renderOtherSection = createOnce(
	({ url, name }: PageLink) => html`<li><a href="${url}">${name}</a></li>`,
);

function isSectionOf({ breadcrumbs }: PageFrame, { url }: PageLink): boolean {
	return url === breadcrumbs[0]?.url;
}

/** Whether the page is the site's own: its name stands at the top as the page's heading. */
export function isHome(page: PageFrame): boolean {
	return isSameAddress(page.siteUrl, page);
}

function isSameAddress(url: string, { canonicalUrl }: PageFrame): boolean {
	if (isPlainPath(url) && !canonicalUrl.endsWith(url)) return false;
	return url === canonicalUrl || URL.parse(url, canonicalUrl)?.href === canonicalUrl;
}

function renderFooter(page: PageFrame, { words, lang }: Interface): Html {
	return html`<footer class="colophon">
<p><a href="${page.siteUrl}">${page.siteTitle}</a></p>
<p><a href="${page.opmlUrl}" type="text/x-opml"${lang}>${words.allFeeds}</a></p>
</footer>
`;
}
