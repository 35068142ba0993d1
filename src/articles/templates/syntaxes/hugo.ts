import { findTagEnd, innerLines } from "../delimited.ts";
import { type Finding, foundOne, type Scan, type TemplateSyntax } from "../scan.ts";
import { namedTag, plainTag } from "./known.ts";

const quotes = ['"', "`"];
const bodyShortcodes = ["highlight", "mermaid", "comment", "code"];

/**
 * Hugo's shortcodes: `{{< name args >}}`, `{{% name %}}`, closed by `{{< /name >}}`, complete in themselves as
 * `{{< name />}}`, shown as text when a comment's marks stand inside the braces. Other braces are text to Hugo.
 * Sources: Hugo, "Shortcodes"; its parser/pageparser/pagelexer_shortcode.go.
 */
export const hugoShortcodes: TemplateSyntax = {
	at: "anywhere",
	starts: "{",
	read(scan, start) {
		const opening = scan.text.slice(start, start + 3);
		if (opening === "{{<") return readShortcode(scan, start, ">}}");
		return opening === "{{%" ? readShortcode(scan, start, "%}}") : undefined;
	},
};

function readShortcode(scan: Scan, start: number, closer: string): Finding | undefined {
	const { text, context } = scan;
	if (text.startsWith("/*", start + 3)) return readComment(scan, start, closer);
	const end = findTagEnd(scan, start + 3, closer, quotes) + 3;
	if (end < 3) return undefined;
	const inside = text.slice(start + 3, end - 3).trim();
	const [, slash, name = "", args = "", isClosed] =
		/^(\/)?\s*([^\s"'`=/][^\s"'`=]*)?\s*([\s\S]*?)\s*(\/)?$/.exec(inside) ?? [];
	if (name === "") return foundOne(plainTag(start, end, "{{< >}}", { type: "lost" }));
	const tag = { start, end, kind: `{{< ${name} >}}`, name, args };
	if (slash !== undefined) return foundOne(namedTag({ ...tag, role: "close" }, context));
	if (isClosed !== undefined) return foundOne(namedTag({ ...tag, role: "single" }, context));
	const ending = bodyShortcodes.includes(name) ? findEnding(scan, name, end) : undefined;
	if (ending === undefined) return foundOne(namedTag({ ...tag, role: "open" }, context));
	const body = innerLines(text, start, end, ending[0]);
	return foundOne(namedTag({ ...tag, end: ending[1], role: "single", body }, context));
}

function findEnding(scan: Scan, name: string, from: number): readonly [number, number] | undefined {
	const pattern = new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`, "g");
	return scan.search(`/${name}`, pattern, from);
}

/** A shortcode as text: without the marks of the comment. */
function readComment(scan: Scan, start: number, closer: string): Finding | undefined {
	const ending = `*/${closer}`;
	const end = scan.indexOf(ending, start + 5);
	if (end < 0) return undefined;
	const shown = scan.text.slice(start, start + 3) + scan.text.slice(start + 5, end) + closer;
	return foundOne(
		plainTag(start, end + ending.length, "{{</* */>}}", { type: "text", text: shown }),
	);
}
