import type { Article, Body } from "../articles/article.ts";
import type { ArticleFile } from "../articles/article-file.ts";
import { parseArticle } from "../articles/parse-article.ts";
import type { Fault } from "../faults/fault.ts";
import { shareAlike } from "../text/share-alike.ts";
import type { SettingsReading } from "./read-settings.ts";

/** What an article is read under, besides its own file. */
export interface Circumstances {
	readonly settings: Pick<SettingsReading, "site" | "settingsFor">;
	/** Whether the folder has such a file. */
	hasFile(path: string): boolean;
}

/** What an article's file says, and all that this depends on besides the file. */
export interface ArticleReading {
	readonly value?: Article;
	/** Its text, where it has just been read. */
	readonly body?: Body;
	readonly faults: readonly Fault[];
	/** Sections under whose settings it was read. */
	readonly sections: readonly (readonly string[])[];
	/** Files of the folder that were asked for, and whether they were there. */
	readonly neighbours: readonly (readonly [path: string, isThere: boolean])[];
}

/** Parses an article and notes under which settings, and which neighbours it asked for. `digest` hashes a text. */
export function readArticle(
	file: ArticleFile,
	{ settings, hasFile }: Circumstances,
	digest: (text: string) => string,
): ArticleReading {
	const sections: (readonly string[])[] = [];
	const neighbours: [string, boolean][] = [];
	const { article, body, faults } = parseArticle(file, {
		site: settings.site,
		digest,
		hasFile(path) {
			const answer = hasFile(path);
			neighbours.push([path, answer]);
			return answer;
		},
		settingsFor(section) {
			sections.push(section);
			return settings.settingsFor(section);
		},
	});
	return shareLists({
		...(article && { value: article }),
		...(body && { body }),
		faults,
		sections,
		neighbours,
	});
}

/** A reading of which the lists are shared with others that say the same, as most do. */
export function shareLists(reading: ArticleReading): ArticleReading {
	const { faults, sections, neighbours } = reading;
	return {
		...reading,
		faults: faults.length === 0 ? noFaults : faults,
		sections: shareSections(sections),
		neighbours: neighbours.length === 0 ? noNeighbours : neighbours,
	};
}

const noFaults: ArticleReading["faults"] = [];
const noNeighbours: ArticleReading["neighbours"] = [];
const shareSections = shareAlike((sections: ArticleReading["sections"]) =>
	JSON.stringify(sections),
);
