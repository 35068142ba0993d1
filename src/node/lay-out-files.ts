import type { DocumentPlan } from "../publication/document-plan.ts";

/** Two addresses that a static host could not tell apart: the first has the file. */
export interface Collision {
	readonly kept: string;
	readonly left: string;
}

/** Which document is written to which file; lists before articles, so that no feed makes way for a page. */
export function layOutFiles(plans: readonly DocumentPlan[]): {
	readonly files: ReadonlyMap<string, DocumentPlan>;
	readonly collisions: readonly Collision[];
} {
	const files = new Map<string, DocumentPlan>();
	const folders = new Map<string, DocumentPlan>();
	const collisions: Collision[] = [];
	for (const plan of plans.toSorted((a, b) => weight(a) - weight(b))) {
		const file = fileOf(plan);
		const above = foldersAbove(file);
		const blocker =
			files.get(file) ??
			folders.get(file) ??
			above.map((folder) => files.get(folder)).find(Boolean);
		if (blocker) {
			collisions.push({ kept: blocker.address, left: plan.address });
			continue;
		}
		files.set(file, plan);
		for (const folder of above) if (!folders.has(folder)) folders.set(folder, plan);
	}
	return { files, collisions };
}

function weight({ kind, address }: DocumentPlan): number {
	return kind === "page" && address !== "/" ? 1 : 0;
}

/** The file that static hosts serve at an address. */
function fileOf({ address, kind }: DocumentPlan): string {
	const isNamed = address.endsWith("/") || kind !== "page" || /\.html?$/.test(address);
	return isNamed ? plainFile(address) : `${address}.html`;
}

/** The file of an address whose document's kind does not matter to it. */
export function plainFile(address: string): string {
	return address.endsWith("/") ? `${address}index.html` : address;
}

function foldersAbove(file: string): string[] {
	const parts = file.split("/").slice(1, -1);
	return parts.map((_, end) => `/${parts.slice(0, end + 1).join("/")}`);
}
