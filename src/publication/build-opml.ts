import { type Outline, renderOpml } from "../feeds/opml.ts";
import type { Section } from "../sections/section.ts";
import { buildHead, type List } from "./build-list.ts";
import type { Lists } from "./build-lists.ts";
import { nothingShown } from "./choose-articles.ts";
import type { Contents } from "./contents.ts";

/** The OPML of all sections' feeds, nested as the sections are; the site's own feed is the outermost (requirement 138). */
export function renderFeedList(lists: Lists, contents: Contents): string {
	function outline(section: Section): Outline[] {
		const list = lists.bySection.get(section.path.join("/"));
		const children = section.children.flatMap(outline);
		return list && !list.settings.retired ? [buildOutline(list, children, contents)] : children;
	}
	return renderOpml({ title: contents.site.title }, outline(lists.root));
}

function buildOutline(list: List, children: readonly Outline[], contents: Contents): Outline {
	const { description, language, homePageUrl, selfUrls } = buildHead(list, nothingShown, contents);
	return {
		title: list.name,
		...(description !== undefined && { description }),
		xmlUrl: selfUrls.rss,
		htmlUrl: homePageUrl,
		...(language !== undefined && { language }),
		children,
	};
}
