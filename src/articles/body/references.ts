import { cleanText } from "../clean-text.ts";
import { contentScheme } from "../templates/content-reference.ts";
import { parseSrcset } from "./srcset.ts";

/** Gives the absolute URL for a reference as written in an article, or undefined if it must be dropped. */
export type ResolveReference = (reference: string, use: "link" | "media") => string | undefined;

/** Schemes, without the web's own, whose links only hand an address to another program. */
export const harmlessSchemes: readonly string[] = [
	"acct",
	"bitcoin",
	"feed",
	"ftp",
	"ftps",
	"gemini",
	"geo",
	"gopher",
	"ipfs",
	"ipns",
	"irc",
	"ircs",
	"magnet",
	"mailto",
	"matrix",
	"news",
	"nntp",
	"sftp",
	"sip",
	"sips",
	"sms",
	"tel",
	"webcal",
	"xmpp",
];

const pictureInPlace = /^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/i;

/** Gives the address of a link: absolute, or of a harmless scheme; undefined if it must go (requirement 60). */
export function resolveLink(reference: string, resolve: ResolveReference): string | undefined {
	const url = trimUrl(reference);
	const scheme = schemeOf(url);
	if (scheme !== undefined && harmlessSchemes.includes(scheme)) return url;
	return resolveOnWeb(url, "link", resolve);
}

/** Gives the absolute web address of a picture, sound, film or embedded page; undefined if it must go. */
export function resolveMedia(reference: string, resolve: ResolveReference): string | undefined {
	const url = trimUrl(reference);
	return url === "" ? undefined : resolveOnWeb(url, "media", resolve);
}

/** As `resolveMedia`, but a picture may also stand in its address (`data:image/png;…`). */
export function resolvePicture(reference: string, resolve: ResolveReference): string | undefined {
	const url = trimUrl(reference);
	return pictureInPlace.test(url) ? url : resolveMedia(url, resolve);
}

/** Gives a `srcset` of absolute addresses, and the first of them; undefined if none is left. */
export function resolveSrcset(
	srcset: string,
	resolve: ResolveReference,
): { readonly srcset: string; readonly first: string } | undefined {
	const candidates = parseSrcset(srcset).flatMap(({ url, descriptor }) => {
		// A space or a comma at its edge would make a resolved address into two.
		const absolute = resolveMedia(url, resolve)?.replaceAll(" ", "%20").replace(/,$/, "%2C");
		return absolute === undefined ? [] : [{ absolute, descriptor }];
	});
	const first = candidates[0];
	if (first === undefined) return undefined;
	const parts = candidates.map(({ absolute, descriptor }) => `${absolute} ${descriptor}`.trim());
	return { srcset: parts.join(", "), first: first.absolute };
}

function resolveOnWeb(
	url: string,
	use: "link" | "media",
	resolve: ResolveReference,
): string | undefined {
	const scheme = schemeOf(url);
	if (scheme !== undefined && !isWebScheme(scheme) && scheme !== contentScheme) return undefined;
	const absolute = resolve(url, use);
	if (absolute === undefined) return undefined;
	const clean = trimUrl(absolute);
	const found = schemeOf(clean);
	return found !== undefined && isWebScheme(found) ? clean : undefined;
}

/** Of ASCII, without blanks. */
const printable = /^[!-~]*$/;

function isWebScheme(scheme: string): boolean {
	return scheme === "http" || scheme === "https";
}

function schemeOf(url: string): string | undefined {
	return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
}

/** The URL standard's first steps: nothing blank at the ends, no tab or line end anywhere. */
function trimUrl(url: string): string {
	if (printable.test(url)) return url;
	return cleanText(url)
		.replaceAll(/[\t\n]/g, "")
		.trim();
}
