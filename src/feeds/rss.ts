import { type Extension, Feed } from "feed";
import { renderRfc822 } from "./dates.ts";
import type { FeedFormat, FeedHead, Frame, Image } from "./feed.ts";
import { buildExtension } from "./feed-extension.ts";
import { generator } from "./generator.ts";
import { heldDate, heldUrl } from "./held.ts";
import { buildHistoryLinks, historyMark, historyNamespace } from "./history.ts";
import { mediaNamespace } from "./media-content.ts";
import { feedMediaTypes } from "./media-types.ts";
import { buildItem, writeItem } from "./rss-item.ts";
import { createRssWords, escapePlain, type RssWords } from "./rss-text.ts";
import { createStencils, type Hold } from "./stencils.ts";

const bareRoot = '<rss version="2.0">';
const root =
	'<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"' +
	` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="${mediaNamespace}">`;
const channelEnd = "\n    </channel>";

/** A channel in the words of the `feed` package, its texts held. */
interface Channel {
	readonly options: ConstructorParameters<typeof Feed>[0];
	readonly extensions: readonly Extension[];
}

const renderItem = createStencils(writeItem);
const renderChannel = createStencils(writeChannel);

/**
 * RSS 2.0 (with the RSS Advisory Board's profile), requirements 66 to 78. The `feed` package
 * renders the channel and the items, each shape of them once; decision 001 tells what it is not
 * trusted with.
 */
export const rss: FeedFormat = {
	name: "rss",
	fileName: "rss.xml",
	contentType: `${feedMediaTypes.rss}; charset=utf-8`,
	mediaType: feedMediaTypes.rss,
	label: "RSS",
	separator: "",
	renderFrame,
	renderEntry: (entry) => renderItem((hold) => buildItem(entry, hold)),
	renderTombstone: () => "",
};

function renderFrame(head: FeedHead): Frame {
	const document = renderChannel((hold) => buildChannel(head, hold));
	const end = document.lastIndexOf(channelEnd);
	return { head: document.slice(0, end), tail: `${document.slice(end)}\n` };
}

function buildChannel(head: FeedHead, hold: Hold): Channel {
	const { language, ttlInMinutes } = head;
	return {
		options: {
			title: hold(escapePlain(head.title)),
			link: heldUrl,
			description: hold(escapePlain(head.description || head.title)),
			updated: heldDate,
			docs: "https://www.rssboard.org/rss-specification",
			generator,
			ttl: ttlInMinutes,
			...(language === undefined ? {} : { language: hold(escapePlain(language)) }),
		},
		extensions: channelExtensions(head, createRssWords(hold)),
	};
}

function writeChannel({ options, extensions }: Channel): string {
	const channel = new Feed(options);
	for (const extension of extensions) channel.addExtension(extension);
	return channel.rss2().replace(bareRoot, root);
}

function channelExtensions(head: FeedHead, words: RssWords): Extension[] {
	// The page comes first: SimplePie takes the first alternate, not <link>, for the site's address.
	const links = [
		{ rel: "self", type: feedMediaTypes.rss, href: head.selfUrls.rss },
		{ rel: "alternate", type: "text/html", href: head.homePageUrl },
		{ rel: "alternate", type: feedMediaTypes.atom, href: head.selfUrls.atom },
		{ rel: "alternate", type: feedMediaTypes.json, href: head.selfUrls.json },
		...buildHistoryLinks(head, "rss").map((link) => ({ ...link, type: feedMediaTypes.rss })),
	];
	const mark = historyMark(head);
	return [
		buildExtension("link", words.text(head.homePageUrl)),
		buildExtension("lastBuildDate", words.text(renderRfc822(head.updated))),
		...(head.image && isChannelImage(head.image)
			? [
					buildExtension("image", {
						url: words.text(head.image.url),
						title: words.plain(head.title),
						link: words.text(head.homePageUrl),
					}),
				]
			: []),
		buildExtension(
			"dc:creator",
			head.authors.map((author) => words.plain(author.name)),
		),
		buildExtension("atom:link", links.map(words.attributes)),
		...(mark ? [buildExtension(mark, { _attributes: { "xmlns:fh": historyNamespace } })] : []),
	];
}

/** RSS 2.0: "url is the URL of a GIF, JPEG or PNG image". */
function isChannelImage(image: Image): boolean {
	return image.mediaType === undefined
		? /\.(gif|jpe?g|png)([?#]|$)/i.test(image.url)
		: /^image\/(gif|jpe?g|png)$/i.test(image.mediaType);
}
