import {
	cpSync,
	existsSync,
	mkdirSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Touched } from "./open-site.ts";

/** Ways in which people change a folder of articles. */
export const editKinds = [
	"create",
	"create",
	"schedule",
	"change body",
	"change body",
	"change body",
	"change front matter",
	"draft or undraft",
	"rename",
	"copy",
	"swap",
	"delete",
	"touch",
	"move article",
	"move section",
	"change section's settings",
	"change site's settings",
	"change authors",
	"change picture",
] as const;

export interface Edit {
	readonly kind: (typeof editKinds)[number];
	/** Chooses the article or section. */
	readonly at: number;
	/** Chooses what it becomes. */
	readonly variant: number;
}

/** An article as it stands in its file. */
interface Written {
	readonly number: number;
	readonly revision: number;
	/** Its bits say what stands in the front matter. */
	readonly look: number;
	readonly date: Date;
	readonly isDraft: boolean;
	/**
	 * Whether its date is none, so that it is left out until its front matter changes. A good article never becomes
	 * faulty: a server that goes on then keeps the last good version, which no other knows.
	 */
	readonly isFaulty: boolean;
}

const sections = ["", "news", "news/world", "notes", "ja"];

const siteSettings = [
	"limit: 4",
	"limit: 3\nmaxBytes: 10000",
	"limit: 4\npages: false",
	"limit: 4\narchives: false",
	"limit: 4\ncontent: summary",
	"limit: 4\nlanguages: [en, ja]",
	"limit: 4\ntitle: Another title\nmaxAge: 10",
	"limit: 4\npermalink: /:year/:slug/",
	"limit: 4\nfuture: show",
	"limit: 4\ntimezone: Asia/Tokyo\nauthors: The desk",
	"limit: 4\nfeedsUrl: https://feeds.example.org",
	"limit: 4\nfields: { summary: [deck] }\ndefaults:\n  news/**: { tags: [fresh] }",
	"limit: all\nurl: https://other.example/blog",
];

const sectionSettings = [
	"title: Renamed",
	"title: Another name\ndescription: Of this and that\nlimit: 2",
	"aliases: [/old-feed.xml]\nmaxAge: 5",
	"retired: true",
	"content: summary\nauthors: Ida Marlowe",
	"permalink: /:section/:title/",
];

/** A folder of articles that edits change; the same edits give the same folder. */
export interface ChangingFolder {
	/** Does it, at an instant that scheduled articles count from, and says what a watcher would tell of it. */
	edit(edit: Edit, now: Date): Touched;
}

/** Begins a folder with some articles. */
export function createChangingFolder(root: string, now: Date): ChangingFolder {
	const files = new Map<string, Written>();
	let count = 0;
	let folders: Touched["folders"] = "same";
	const touched = new Set<string>();

	function put(path: string, text: string): void {
		const target = join(root, path);
		if (!existsSync(dirname(target))) folders = "changed";
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, text);
		touched.add(path);
	}

	function writeArticle(path: string, article: Written): void {
		files.set(path, article);
		put(path, renderArticle(article));
	}

	function move(from: string, to: string): void {
		const article = files.get(from);
		if (!article || files.has(to)) return;
		if (!existsSync(dirname(join(root, to)))) folders = "changed";
		mkdirSync(dirname(join(root, to)), { recursive: true });
		renameSync(join(root, from), join(root, to));
		files.delete(from);
		files.set(to, article);
		touched.add(from).add(to);
	}

	function create(at: number, look: number, date: Date): void {
		count += 1;
		const article = {
			number: count,
			revision: 0,
			look,
			date,
			isDraft: look % 13 === 0,
			isFaulty: look % 19 === 18,
		};
		writeArticle(pathIn(sections[at % sections.length] ?? "", `a${count}.md`), article);
	}

	function change(path: string, by: (article: Written) => Partial<Written>): void {
		const article = files.get(path);
		if (article) writeArticle(path, { ...article, ...by(article) });
	}

	const day = (number: number) => new Date(now.getTime() - ((number * 7) % 40) * 86_400_000);
	const edits: Readonly<Record<Edit["kind"], (path: string, edit: Edit, now: Date) => void>> = {
		create: (_, { at, variant }) => create(at, variant, day(variant)),
		schedule: (_, { at, variant }, now) =>
			create(at, variant, new Date(now.getTime() + (1 + (variant % 4)) * 1_800_000)),
		"change body": (path) => change(path, ({ revision }) => ({ revision: revision + 1 })),
		"change front matter": (path, { variant }) =>
			change(path, () => ({ look: variant, isFaulty: false })),
		"draft or undraft": (path) => change(path, ({ isDraft }) => ({ isDraft: !isDraft })),
		rename: (path) => move(path, pathIn(sectionOf(path), `r${++count}.md`)),
		copy(path, { at }) {
			const article = files.get(path);
			if (article)
				writeArticle(pathIn(sections[at % sections.length] ?? "", `c${++count}.md`), article);
		},
		swap(path, { variant }) {
			const other = [...files.keys()].sort()[variant % files.size] ?? path;
			const [one, two] = [files.get(path), files.get(other)];
			if (!one || !two || one === two || one.isFaulty || two.isFaulty) return;
			writeArticle(path, two);
			writeArticle(other, one);
		},
		delete(path) {
			if (files.size < 6) return;
			rmSync(join(root, path));
			files.delete(path);
			touched.add(path);
		},
		touch(path, { variant }) {
			const later = new Date(statSync(join(root, path)).mtimeMs + 1 + variant);
			utimesSync(join(root, path), later, later);
			touched.add(path);
		},
		"move article": (path, { variant }) =>
			move(path, pathIn(sections[variant % sections.length] ?? "", path.replace(/^.*\//, ""))),
		"move section"(path, { variant }) {
			const from = sectionOf(path);
			const to = variant % 2 ? `s${++count}` : pathIn("notes", `s${++count}`);
			if (from === "" || to.startsWith(`${from}/`)) return;
			cpSync(join(root, from), join(root, to), { recursive: true, preserveTimestamps: true });
			rmSync(join(root, from), { recursive: true });
			for (const [old, article] of [...files]) {
				if (!old.startsWith(`${from}/`)) continue;
				files.delete(old);
				files.set(to + old.slice(from.length), article);
			}
			folders = "changed";
		},
		"change section's settings"(path, { variant }) {
			const file = pathIn(sectionOf(path), "_index.md");
			if (file === "_index.md") return;
			const settings = sectionSettings[variant % (sectionSettings.length + 1)];
			if (settings !== undefined) put(file, `---\n${settings}\n---\n`);
			else rmSync(join(root, file), { force: true });
			touched.add(file);
		},
		"change site's settings": (_, { variant }) => putSite(variant),
		"change authors": (_, { variant }) =>
			put("authors.yml", `ada:\n  name: Ada ${["Marlowe", "Lovelace", "Byron"][variant % 3]}\n`),
		"change picture": (_, { variant }) => put("picture.png", `picture ${variant}`),
	};

	function putSite(variant: number): void {
		const settings = siteSettings[variant % siteSettings.length] ?? "";
		const url = settings.includes("url: https://other") ? "" : "url: https://example.org\n";
		put("_index.md", `---\ntitle: Changing\n${url}${settings}\n---\n`);
	}

	putSite(0);
	put("picture.png", "picture");
	put("authors.yml", "ada:\n  name: Ada Lovelace\n");
	for (let number = 0; number < 9; number++) create(number + 1, number * 37, day(number));

	return {
		edit(edit, now) {
			touched.clear();
			folders = "same";
			edits[edit.kind]([...files.keys()].sort()[edit.at % files.size] ?? "", edit, now);
			return { paths: [...touched], folders };
		},
	};
}

function renderArticle({ number, revision, look, date, isDraft, isFaulty }: Written): string {
	const has = (bit: number) => ((look >> bit) & 1) === 1;
	const tags = ["x", "y", "z"].filter((_, index) => has(index));
	// One that was there at the beginning, or that never was.
	const other = pathIn(sections[look % sections.length] ?? "", `a${1 + (look % 9)}.md`);
	const lines = [
		`title: ${look % 11 === 0 ? "One title" : `Article ${number}`}`,
		`date: ${isFaulty ? "never" : date.toISOString()}`,
		...(tags.length > 0 ? [`tags: [${tags.join(", ")}]`] : []),
		...(has(3) ? ["authors: [ada, Bo Field]"] : []),
		...(has(4)
			? [`updated: ${new Date(date.getTime() + revision * 3_600_000).toISOString()}`]
			: []),
		...(has(5) ? ["image: /picture.png"] : []),
		...(has(6) ? [`deck: In short, ${number}.`] : []),
		...(look % 7 === 0 ? ["slug: same"] : []),
		...(look % 9 === 0 ? [`id: urn:example:${look % 3}`] : []),
		...(look % 5 === 0 ? [`translationKey: k${look % 2}`] : []),
		...(look % 17 === 0 ? ["language: ja"] : []),
		...(look % 8 === 1
			? [`expires: ${new Date(date.getTime() + 40 * 86_400_000).toISOString()}`]
			: []),
		...(isDraft ? ["draft: true"] : []),
	];
	const body = `Text ${number}, revision ${revision}. See [another](/${other}) and ![a picture](/picture.png).`;
	const length = look % 6 === 0 ? 40 : 1;
	return `---\n${lines.join("\n")}\n---\n\n${`${body}\n\n`.repeat(length)}`;
}

function pathIn(section: string, name: string): string {
	return section === "" ? name : `${section}/${name}`;
}

function sectionOf(path: string): string {
	return path.includes("/") ? path.replace(/\/[^/]*$/, "") : "";
}
