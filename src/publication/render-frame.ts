import type { FeedFormat, FeedHead, Frame } from "../feeds/feed.ts";
import type { List } from "./build-list.ts";

/** The frames of a list's documents by format and head, for as long as nothing of the list changes. */
const frames = new WeakMap<List, Map<string, Frame>>();

/** What stands round the entries of a list's document; it is rendered once for each head. */
export function renderFrame(list: List, format: FeedFormat, head: FeedHead): Frame {
	let known = frames.get(list);
	if (!known) {
		known = new Map();
		frames.set(list, known);
	}
	const key = `${format.name} ${JSON.stringify(head)}`;
	const frame = known.get(key) ?? format.renderFrame(head);
	known.set(key, frame);
	return frame;
}
