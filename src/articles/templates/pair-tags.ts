import type { FoundTag, TemplateTag } from "./template-tag.ts";

/** Gives each closing tag to the last open one of its name; open tags between the two stay alone. */
export function pairTags(found: readonly FoundTag[], text: string): readonly TemplateTag[] {
	const partners = findPartners(found);
	return found.map((tag, index): TemplateTag => {
		const partner = partners.get(index);
		const opener = tag.role === "close" && partner !== undefined ? found[partner] : tag;
		return {
			source: text.slice(tag.start, tag.end),
			kind: tag.kind,
			role: partner === undefined && tag.role === "open" ? "single" : tag.role,
			meaning: (opener ?? tag).meaningAs(partner === undefined ? "single" : "pair"),
			...(partner === undefined ? {} : { partner }),
		};
	});
}

function findPartners(found: readonly FoundTag[]): ReadonlyMap<number, number> {
	const partners = new Map<number, number>();
	const open: number[] = [];
	const openByName = new Map<string, number>();
	const count = (name: string): number => openByName.get(name) ?? 0;
	for (const [index, { role, pairName }] of found.entries()) {
		if (role === "open") {
			open.push(index);
			openByName.set(pairName, count(pairName) + 1);
		}
		if (role !== "close") continue;
		while (count(pairName) > 0) {
			const last = open.pop();
			const name = last === undefined ? undefined : found[last]?.pairName;
			if (last === undefined || name === undefined) break;
			openByName.set(name, count(name) - 1);
			if (name !== pairName) continue;
			partners.set(last, index);
			partners.set(index, last);
			break;
		}
	}
	return partners;
}
