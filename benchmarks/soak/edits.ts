import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CorpusSize, writeArticle } from "../corpus.ts";
import type { Expectation } from "./expectation.ts";

/** An article as it lies in the folder. */
interface Lying {
	readonly section: string;
	readonly name: string;
	readonly isDraft: boolean;
}

/** A folder in which somebody edits all the time; the same numbers give the same edits. */
export interface EditedFolder {
	/** Edits something that no expectation is waiting for; undefined if there is nothing to be seen of it. */
	edit(): Expectation | undefined;
	/** Says that an expectation was met: what it is about may be edited again. */
	release(expectation: Expectation): void;
	/** Addresses of articles that are there. */
	pages(): readonly string[];
}

/** Kinds of edits, with how many there are of each in a hundred. */
const shares = {
	create: 26,
	"change body": 26,
	"change title": 12,
	rename: 8,
	move: 6,
	delete: 6,
	touch: 5,
	"draft or undraft": 5,
	schedule: 3,
	"change section's settings": 1,
	"change site's settings": 1,
	"move section": 1,
} as const;
type Kind = keyof typeof shares;

/** Sections of this name are moved as a whole, all others stay. */
const wandering = "wandering";
const wanderers = 20;
/** In milliseconds. */
const scheduledAhead = 3000;

/** Takes a folder of made-up articles over and adds a section that wanders. */
export function editFolder(root: string, size: CorpusSize, random: () => number): EditedFolder {
	const articles: Lying[] = Array.from({ length: size.articles }, (_, number) => ({
		section: `section-${number % size.sections}`,
		name: `article-${number}`,
		isDraft: false,
	}));
	const held = new Map<Expectation, string>();
	const heldAddresses = new Set<string>();
	let count = 0;
	let wanderingAt = `${wandering}-0`;
	mkdirSync(join(root, wanderingAt));
	for (let number = 0; number < wanderers; number++)
		writeFileSync(join(root, wanderingAt, `w-${number}.md`), writeArticle(number, size, random));

	const pathOf = ({ section, name }: Lying) => join(root, section, `${name}.md`);
	const addressOf = ({ section, name }: Lying) => `/${section}/${name}/`;
	const anySection = () => `section-${Math.floor(random() * size.sections)}`;

	const isFree = (article: Lying) => !heldAddresses.has(addressOf(article));

	function pick(from: readonly Lying[] = articles): Lying {
		const free = from.filter(isFree);
		const article = free[Math.floor(random() * free.length)];
		if (!article) throw new Error("Something is expected of every article: it cannot be edited.");
		return article;
	}

	const pickShown = () => pick(articles.filter(({ isDraft }) => !isDraft));

	function replace(before: Lying, after: Lying | undefined): void {
		articles.splice(articles.indexOf(before), 1, ...(after ? [after] : []));
	}

	function rewrite(article: Lying, change: (text: string) => string): void {
		writeFileSync(pathOf(article), change(readFileSync(pathOf(article), "utf8")));
	}

	/** Holds an article until what is expected of it is seen. */
	function hold(article: Lying, expectation: Expectation): Expectation {
		return holdAddress(addressOf(article), expectation);
	}

	function holdAddress(address: string, expectation: Expectation): Expectation {
		heldAddresses.add(address);
		held.set(expectation, address);
		return expectation;
	}

	function relocate(edit: string, article: Lying, to: Lying): Expectation {
		renameSync(pathOf(article), pathOf(to));
		replace(article, to);
		return hold(to, {
			edit,
			address: addressOf(article),
			isMet: ({ status, location }) => status === 301 && location === addressOf(to),
		});
	}

	function create(edit: string, date: Date, notBefore = 0): Expectation {
		const article = { section: anySection(), name: `soak-${count}`, isDraft: false };
		const title = `Soak ${count}.`;
		const text = writeArticle(count, size, random)
			.replace(/^title: .*$/m, `title: ${title}`)
			.replace(/^date: .*$/m, `date: ${date.toISOString()}`);
		writeFileSync(pathOf(article), text);
		articles.push(article);
		return hold(article, {
			edit,
			address: `/${article.section}/atom.xml`,
			notBefore,
			isMet: ({ body }) => body.includes(title),
		});
	}

	const edits: Readonly<Record<Kind, (edit: string) => Expectation | undefined>> = {
		create: (edit) => create(edit, new Date()),
		schedule: (edit) => create(edit, new Date(Date.now() + scheduledAhead), scheduledAhead),
		"change body"(edit) {
			const article = pickShown();
			const mark = `This is revision ${count}.`;
			rewrite(article, (text) => `${text}\n${mark}\n`);
			return hold(article, {
				edit,
				address: addressOf(article),
				isMet: ({ body }) => body.includes(mark),
			});
		},
		"change title"(edit) {
			const article = pickShown();
			const title = `Title ${count}.`;
			rewrite(article, (text) => text.replace(/^title: .*$/m, `title: ${title}`));
			return hold(article, {
				edit,
				address: addressOf(article),
				isMet: ({ body }) => body.includes(title),
			});
		},
		rename(edit) {
			const article = pickShown();
			return relocate(edit, article, { ...article, name: `renamed-${count}` });
		},
		move(edit) {
			const article = pickShown();
			return relocate(edit, article, { ...article, section: anySection(), name: `moved-${count}` });
		},
		delete(edit) {
			const article = pickShown();
			rmSync(pathOf(article));
			replace(article, undefined);
			return { edit, address: addressOf(article), isMet: ({ status }) => status === 410 };
		},
		touch() {
			const now = new Date();
			utimesSync(pathOf(pick()), now, now);
			return undefined;
		},
		"draft or undraft"(edit) {
			const drafts = articles.filter((article) => article.isDraft && isFree(article));
			const article = drafts.length > 5 ? pick(drafts) : pickShown();
			const after = { ...article, isDraft: !article.isDraft };
			rewrite(article, (text) =>
				after.isDraft
					? text.replace("---\n", "---\ndraft: true\n")
					: text.replace("draft: true\n", ""),
			);
			replace(article, after);
			const status = after.isDraft ? 410 : 200;
			return hold(after, {
				edit,
				address: addressOf(after),
				isMet: (answer) => answer.status === status,
			});
		},
		"change section's settings"(edit) {
			const [section, title] = [anySection(), `Section at ${count}.`];
			const address = `/${section}/atom.xml`;
			// What nobody has seen yet would be overwritten.
			if (heldAddresses.has(address)) return edits.touch("touch");
			writeFileSync(join(root, section, "_index.md"), `---\ntitle: ${title}\n---\n`);
			return holdAddress(address, { edit, address, isMet: ({ body }) => body.includes(title) });
		},
		"change site's settings"(edit) {
			const [description, address] = [`As it was at ${count}.`, "/atom.xml"];
			if (heldAddresses.has(address)) return edits.touch("touch");
			writeFileSync(join(root, "_index.md"), `---\ndescription: ${description}\n---\n`);
			return holdAddress(address, {
				edit,
				address,
				isMet: ({ body }) => body.includes(description),
			});
		},
		"move section"(edit) {
			const to = `${wandering}-${count}`;
			renameSync(join(root, wanderingAt), join(root, to));
			const from = wanderingAt;
			wanderingAt = to;
			return {
				edit,
				address: `/${from}/w-1/`,
				isMet: ({ status, location }) => status === 301 && location.endsWith("/w-1/"),
			};
		},
	};

	return {
		edit() {
			// Each kind once at first: what a server needs for it, it then needed while it was warming up.
			const kind = kinds[count] ?? chooseKind(random());
			count += 1;
			return edits[kind](kind);
		},
		release(expectation) {
			heldAddresses.delete(held.get(expectation) ?? "");
			held.delete(expectation);
		},
		pages: () => articles.filter(({ isDraft }) => !isDraft).map(addressOf),
	};
}

function chooseKind(chance: number): Kind {
	let left = chance * 100;
	for (const kind of kinds) {
		left -= shares[kind];
		if (left < 0) return kind;
	}
	return "create";
}

const kinds = [
	"create",
	"change body",
	"change title",
	"rename",
	"move",
	"delete",
	"touch",
	"draft or undraft",
	"schedule",
	"change section's settings",
	"change site's settings",
	"move section",
] as const satisfies readonly Kind[];
