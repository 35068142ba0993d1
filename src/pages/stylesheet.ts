/**
 * The look of every page, as one file that a publisher may replace. Two columns from 64rem on; logical properties throughout,
 * so that pages from right to left are mirrored; no font to load; colours by the reader's own preference (WCAG 2.2 AA in both).
 */
export const stylesheet = `:root {
	color-scheme: light dark;
	--paper: #fdfcf9;
	--tint: #f3f0e8;
	--rule: #d9d3c5;
	--ink: #1d1b18;
	--quiet: #5f584d;
	--link: #8f3210;
	--text: Charter, "Bitstream Charter", "Iowan Old Style", Cambria, serif;
	--label: system-ui, sans-serif;
	--code: ui-monospace, Menlo, Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
	:root {
		--paper: #181613;
		--tint: #23201b;
		--rule: #403a31;
		--ink: #e9e4da;
		--quiet: #aba292;
		--link: #f2a67c;
	}
}
*, ::before, ::after { box-sizing: border-box; }
html { font: 1.125rem/1.6 var(--text); -webkit-text-size-adjust: 100%; }
html:is(:lang(ar), :lang(fa), :lang(ur), :lang(hi), :lang(th)) { line-height: 1.8; }
html:is(:lang(ja), :lang(zh), :lang(ko)) { font-family: var(--label); line-height: 1.8; }
body {
	max-inline-size: 72rem;
	margin: 0 auto;
	padding-inline: clamp(1rem, 4vw, 3rem);
	background: var(--paper);
	color: var(--ink);
	overflow-wrap: break-word;
}
p, li { text-wrap: pretty; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; text-wrap: balance; margin-block: 2em .5em; }
h1 { font-size: clamp(1.9rem, 1.4rem + 2vw, 2.6rem); margin-block: 0 .3em; }
h2, .body h1 { font-size: 1.4rem; }
h3 { font-size: 1.2rem; }
h4, h5, h6 { font-size: 1rem; }
img, video, svg { max-inline-size: 100%; block-size: auto; }
audio, video { inline-size: 100%; }

:is(.masthead, .more, .entries) :is(ul, ol), .addresses, .breadcrumbs ol, .row { margin: 0; padding: 0; list-style: none; }
.masthead ul, .about, .breadcrumbs ol, .row, .colophon { display: flex; flex-wrap: wrap; }

.unseen, .skip:not(:focus) {
	position: absolute;
	inline-size: 1px;
	block-size: 1px;
	overflow: hidden;
	clip-path: inset(50%);
	white-space: nowrap;
}
.skip:focus { position: absolute; inset-block-start: 0; padding: .5em 1em; background: var(--paper); }

.masthead { padding-block-start: clamp(1.25rem, 4vw, 2.5rem); text-align: center; }
.nameplate { margin: 0; font-size: 1.5rem; font-weight: 700; }
h1.nameplate { font-size: clamp(2.1rem, 1.2rem + 4.2vw, 4rem); }
.nameplate a, .masthead nav a, .entries h3 a { color: inherit; text-decoration: none; }
.masthead .description { margin: .4em auto 0; text-wrap: balance; }
.masthead nav { margin-block-start: 1rem; border-block: 1px solid var(--rule); border-block-start: 4px double var(--ink); }
.masthead ul { justify-content: center; gap: 0 1rem; padding-block: .3rem; }
.masthead nav a { display: block; padding-block: .35rem; }
.masthead nav a:hover, .masthead nav a[aria-current], .entries h3 a:hover { color: var(--link); text-decoration: underline; }
.masthead .to-subscribe a { color: var(--link); font-weight: 600; }

nav, .skip, .about, .kind, .subscribe, .more, .media, .tagged, .colophon {
	font-family: var(--label);
	font-size: .9rem;
	line-height: 1.5;
}
main { padding-block: clamp(1.5rem, 4vw, 3rem); }
main h2:first-child { margin-block-start: 0; }
.description { max-inline-size: 40rem; margin-block: 0 1em; font-size: 1.15rem; line-height: 1.45; }
.kind, .about, .description, .neighbours span { color: var(--quiet); }
.kind, .entries .p-summary { margin: 0; }
.about { gap: 0 1.2em; margin-block: .2em .4em; }
.about a { color: inherit; }
.breadcrumbs ol { margin-block-end: .6em; }
.breadcrumbs li:not(:last-child)::after { content: "/"; margin-inline: .5em; color: var(--quiet); }

.subscribe { container-type: inline-size; padding: 1.25rem; background: var(--tint); border-block-start: 3px solid var(--link); }
.subscribe h2, .more h2, .tagged h2 { font: 600 1.05rem/1.3 var(--label); margin-block: 0 .5rem; }
.subscribe p { margin-block: .5rem 0; }
.addresses { display: grid; gap: .6rem; margin-block: .9rem; }
.addresses li { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: .2rem .75rem; }
.addresses a { font-weight: 600; }
.readers a { white-space: nowrap; }
.addresses :is(code, button) { background: var(--paper); border: 1px solid var(--rule); border-radius: 3px; }
.addresses code { grid-column: 1 / -1; padding: .4em .6em; overflow-wrap: anywhere; user-select: all; }
.addresses button { grid-area: 1 / 2; padding: .15em .8em; font: inherit; color: var(--link); border-color: currentcolor; cursor: pointer; }
.addresses button:hover { color: var(--paper); background: var(--link); }

.entries > h2 { font: 600 .9rem/1.5 var(--label); color: var(--quiet); margin-block: 0 1rem; }
.entries li + li { padding-block-start: 1.5rem; margin-block-start: 1.5rem; border-block-start: 1px solid var(--rule); }
.entries h3 { margin: 0; font-size: 1.35rem; }
.more { display: grid; gap: 2rem; align-content: start; }
.more ul ul { padding-inline-start: 1.2em; }
.more li a, .row a { display: inline-block; padding-block: .15rem; }
.row { gap: .1rem 1.1rem; }
.columns { display: grid; gap: 2.5rem; grid-template: auto / minmax(0, 1fr); }
.list > header { margin-block-end: 2rem; }

.single { max-inline-size: 37rem; margin-inline: auto; }
.single > * + *, .single article > * + * { margin-block: 2rem 0; }
.single .description { margin-block: .5em; }
.body > :first-child { margin-block-start: 0; }
.body h1 { margin-block-start: 2em; }
.body li + li { margin-block-start: .3em; }
.body dt { font-weight: 700; }
blockquote { margin: 1.5em 0; padding-inline-start: 1.2em; border-inline-start: 3px solid var(--rule); color: var(--quiet); }
figure { margin: 1.5em 0; }
.media figure { margin: 0; padding: 1rem; background: var(--tint); }
.media figure + figure { margin-block-start: .5rem; }
.media audio, .media video { display: block; margin-block-start: .6rem; }
figcaption, small, caption { font-size: .9rem; line-height: 1.45; color: var(--quiet); }
hr { border: 0; border-block-start: 1px solid var(--rule); margin: 2.5em auto; }
code, kbd, samp, pre { font-family: var(--code); font-size: .85em; }
:not(pre) > code { overflow-wrap: anywhere; }
pre { direction: ltr; padding: 1rem; overflow: auto; line-height: 1.5; background: var(--tint); }
pre code { font-size: inherit; }
.scroll { overflow: auto; margin-block: 1.5em; }
table { border-collapse: collapse; font-family: var(--label); font-size: .9rem; line-height: 1.45; }
th:not([align]) { text-align: start; }
th, td { padding: .45em .8em; vertical-align: top; border-block-end: 1px solid var(--rule); }
thead th { border-block-end: 2px solid var(--ink); }
sup, sub { line-height: 0; }
.neighbours { display: grid; gap: .75rem; padding-block: 1rem; border-block: 1px solid var(--rule); }
.neighbours p { margin: 0; }
.neighbours p > span { display: block; }

.colophon { justify-content: space-between; column-gap: 2rem; border-block-start: 4px double var(--ink); padding-block-end: 2rem; }

@container (min-width: 30rem) {
	.addresses li { grid-template-columns: 5.5rem 1fr auto; }
	.addresses li > :is(code, button) { grid-area: auto; }
}
@media (min-width: 40rem) {
	.neighbours { grid-template-columns: 1fr 1fr; }
	.neighbours p:has([rel="next"]) { grid-column: 2; text-align: end; }
}
@media (min-width: 64rem) {
	.columns { grid-template: auto 1fr / minmax(0, 1fr) 20rem; gap: 2rem 4rem; }
	.list > header { padding-block-end: 1.5rem; border-block-end: 1px solid var(--rule); }
	.entries { grid-area: 1 / 1 / span 2; max-inline-size: 40rem; }
	.columns > :not(.entries) { grid-column: 2; }
}
@media print {
	:root { --paper: #fff; --tint: #fff; --rule: #999; --ink: #000; --quiet: #333; --link: #000; }
	html { font-size: 11pt; }
	body { max-inline-size: none; padding: 0; }
	.skip, nav, .subscribe, .more, .media :is(audio, video) { display: none !important; }
	.single { max-inline-size: none; }
	.body a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; overflow-wrap: anywhere; }
	pre { white-space: pre-wrap; border: 1px solid var(--rule); }
	h1, h2, h3, h4 { break-after: avoid; }
	figure, table, blockquote, .entries li { break-inside: avoid; }
}
`;
