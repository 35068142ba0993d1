import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a made-up folder of articles holds. */
export interface CorpusSize {
	readonly articles: number;
	readonly sections: number;
	readonly tags: number;
	readonly authors: number;
}

const words =
	"the of and a to in is was he for it with as his on be at by had not are but from or have an they which one you were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through back years where much your way well down should because each just those people how too little state good very make world still own see men work long here get both between life being under never day same another know while last might us great old year off come since against go came right used take three".split(
		" ",
	);

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
export function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** A body of about 5 KB: headings, paragraphs with emphasis, links and code, a list, a quotation, a block of code. */
export function writeBody(random: () => number): string {
	const pick = (count: number): number => Math.floor(random() * count);
	const sentence = (): string => {
		const chosen = Array.from({ length: 8 + pick(12) }, () => words[pick(words.length)] ?? "");
		const decorations = [
			(word: string) => `*${word}*`,
			(word: string) => `**${word}**`,
			(word: string) => `[${word}](https://example.com/${word})`,
			(word: string) => `\`${word}\``,
		];
		const at = pick(chosen.length);
		const decorate = decorations[pick(decorations.length * 2)];
		if (decorate) chosen[at] = decorate(chosen[at] ?? "");
		const text = chosen.join(" ");
		return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
	};
	const paragraph = (): string => Array.from({ length: 4 + pick(4) }, sentence).join(" ");
	const blocks: string[] = [];
	let length = 0;
	while (length < 4600) {
		const kind = pick(10);
		const block =
			kind === 0
				? `## ${words[pick(words.length)]} ${words[pick(words.length)]}`
				: kind === 1
					? Array.from({ length: 3 + pick(3) }, () => `- ${sentence()}`).join("\n")
					: kind === 2
						? `> ${sentence()}`
						: kind === 3
							? `\`\`\`js\nconst ${words[pick(words.length)]} = ${pick(1000)};\n\`\`\``
							: paragraph();
		blocks.push(block);
		length += block.length + 2;
	}
	return `${blocks.join("\n\n")}\n`;
}

/** One article, as Hugo and Broadsheet both read it. */
export function writeArticle(number: number, size: CorpusSize, random: () => number): string {
	const pick = (count: number): number => Math.floor(random() * count);
	const day = new Date(Date.UTC(2005, 0, 1) + number * 3_600_000);
	const tags = Array.from({ length: 3 }, () => `tag-${pick(size.tags)}`);
	return [
		"---",
		`title: "Article ${number}: ${words[pick(words.length)]} ${words[pick(words.length)]}"`,
		`date: ${day.toISOString().replace(".000", "")}`,
		`tags: [${[...new Set(tags)].join(", ")}]`,
		`author: Writer ${pick(size.authors)}`,
		"---",
		"",
		writeBody(random),
	].join("\n");
}

/** Writes a folder of articles, the same at every run; sections are `section-0` and on, without settings. */
export function writeCorpus(folder: string, size: CorpusSize, seed = 1): void {
	const random = createRandom(seed);
	for (let section = 0; section < size.sections; section++)
		mkdirSync(join(folder, `section-${section}`), { recursive: true });
	for (let number = 0; number < size.articles; number++) {
		const file = join(folder, `section-${number % size.sections}`, `article-${number}.md`);
		writeFileSync(file, writeArticle(number, size, random));
	}
}
