import { type ChildNode, isTag } from "domhandler";
import { type ResolveReference, resolveLink } from "./references.ts";

/** What an element's place in its text decides about it. */
export interface Surroundings {
	readonly resolve: ResolveReference;
	/** The ids that links of the same text point to. */
	readonly linkedIds: ReadonlySet<string>;
	readonly inLink: boolean;
	/** Inside a paragraph, a heading or the like, where no paragraph may begin. */
	readonly inPhrase: boolean;
	readonly inCode: boolean;
}

/** The surroundings of a whole text. */
export function surroundingsOf(
	nodes: readonly ChildNode[],
	resolve: ResolveReference,
): Surroundings {
	const page = resolveLink("#", resolve)?.replace(/#.*$/, "");
	const linkedIds = new Set<string>();
	collectLinkedIds(nodes, page, linkedIds);
	return { resolve, linkedIds, inLink: false, inPhrase: false, inCode: false };
}

function collectLinkedIds(
	nodes: readonly ChildNode[],
	page: string | undefined,
	linkedIds: Set<string>,
): void {
	for (const node of nodes) {
		if (!isTag(node)) continue;
		const [path = "", id = ""] = splitFragment(node.attribs.href?.trim() ?? "");
		if (node.name === "a" && id !== "" && (path === "" || path === page)) {
			linkedIds.add(id);
			linkedIds.add(decodePercents(id));
		}
		collectLinkedIds(node.children, page, linkedIds);
	}
}

function splitFragment(href: string): readonly string[] {
	const hash = href.indexOf("#");
	return hash === -1 ? [href] : [href.slice(0, hash), href.slice(hash + 1)];
}

function decodePercents(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}
