import type { Image } from "./feed.ts";
import type { XmlAttributes } from "./xml.ts";

/** The namespace of Media RSS, with the slash at its end (requirement 153). */
export const mediaNamespace = "http://search.yahoo.com/mrss/";

const media = new Set(["image", "audio", "video"]);

/**
 * The attributes of a Media RSS `media:content`, not yet escaped: `fileSize` only if known (it may
 * not be 0), `medium` from the media type.
 */
export function buildMediaContent(content: {
	readonly url: string;
	readonly mediaType?: string;
	readonly lengthInBytes?: number;
}): XmlAttributes {
	const medium = content.mediaType?.split("/")[0] ?? "";
	return {
		url: content.url,
		fileSize: content.lengthInBytes ? String(content.lengthInBytes) : undefined,
		type: content.mediaType,
		medium: media.has(medium) ? medium : undefined,
	};
}

/**
 * The attributes of the `media:content` that stands for an entry's picture: `medium="image"` even
 * where the type is not known. Of the ways to name a picture this is the one that readers agree
 * on: `media:thumbnail` alone is not shown by several, and an enclosure would be offered as a
 * download.
 */
export function buildImageContent(image: Image): XmlAttributes {
	return { ...buildMediaContent(image), medium: "image" };
}
