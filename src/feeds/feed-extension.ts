import type { Extension } from "feed";

/**
 * An extension of the `feed` package: sets, or replaces, one key of a channel or an item. The
 * package types `objects` as an object, but hands it on as it is: in RSS a list becomes repeated
 * elements (an empty list none), in JSON Feed it becomes any JSON value.
 */
export function buildExtension(name: string, value: unknown): Extension {
	const extension: Extension = { name, objects: {} };
	return Object.assign(extension, { objects: value });
}
