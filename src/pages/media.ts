import { cleanLine } from "../articles/clean-text.ts";
import type { Enclosure } from "../feeds/feed.ts";
import { type Html, html } from "./html.ts";
import type { Interface } from "./interface-language.ts";

/** An article's enclosures: audio and video with the browser's player, all with a link to the file; empty without enclosures. */
export function renderMedia(enclosures: readonly Enclosure[], { words, lang }: Interface): Html {
	if (enclosures.length === 0) return html``;
	return html`<section class="media" aria-labelledby="page-media">
<h2 class="unseen" id="page-media"${lang}>${words.attachments}</h2>
${enclosures.map(renderEnclosure)}</section>
`;
}

function renderEnclosure(enclosure: Enclosure): Html {
	const { mediaType, url } = enclosure;
	const title = enclosure.title || nameFile(url);
	const details = [mediaType, formatSize(enclosure.lengthInBytes)].filter(Boolean).join(", ");
	return html`<figure>
<figcaption><a class="u-${kindOf(mediaType)}" href="${url}" type="${mediaType}"><bdi>${title}</bdi></a> <small dir="ltr">${details}</small></figcaption>
${
	mediaType.startsWith("audio/") &&
	html`<audio controls preload="none" src="${url}" aria-label="${title}"></audio>
`
}${
	mediaType.startsWith("video/") &&
	html`<video controls preload="none" src="${url}" aria-label="${title}"></video>
`
}</figure>
`;
}

/** The microformats2 property of a medium. */
function kindOf(mediaType: string): "audio" | "video" | "photo" | "url" {
	if (mediaType.startsWith("audio/")) return "audio";
	if (mediaType.startsWith("video/")) return "video";
	return mediaType.startsWith("image/") ? "photo" : "url";
}

/** A size for people, in decimal units (IEC 80000-13): `640 kB`, `12 MB`; empty where it is not known. */
function formatSize(lengthInBytes: number): string {
	if (lengthInBytes <= 0) return "";
	if (lengthInBytes < 1_000_000) return `${Math.ceil(lengthInBytes / 1000)} kB`;
	return `${Math.round(lengthInBytes / 1_000_000)} MB`;
}

/** The last part of an address, as people read it; else the address. */
function nameFile(url: string): string {
	const name = URL.parse(url)?.pathname.split("/").at(-1);
	if (!name) return url;
	try {
		return cleanLine(decodeURIComponent(name)) || name;
	} catch {
		return name;
	}
}
