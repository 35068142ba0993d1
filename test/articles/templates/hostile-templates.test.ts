import { describe, expect, it } from "vitest";
import { findTitle } from "../../../src/articles/body/render-body.ts";
import { dialectNames } from "../../../src/settings/settings.ts";
import { contextOf, rendered } from "./sample.ts";

const many = 5000;
const nested = (count: number, open: (depth: number) => string) =>
	Array.from({ length: count }, (_, depth) => open(depth)).join("");

describe("template code that was made to stop its reader", () => {
	it.each<[string, string]>([
		["open outputs", "{{ ".repeat(many)],
		["open tags", "{% a ".repeat(many)],
		["open shortcodes", "{{< a ".repeat(many)],
		["open braces", "{".repeat(many * 5)],
		["open braces with names", "{a ".repeat(many)],
		["open strings in braces", "{'".repeat(many)],
		["open templates in braces", "{`${".repeat(many)],
		["open comments in braces", "{/* ".repeat(many)],
		["open JSX tags", "<A b=".repeat(many)],
		["open JSX tags with braces", "<A b={".repeat(many)],
		["JSX tags without an end", "<A>\n".repeat(many)],
		["tags without an end", "{% note %}\n".repeat(many)],
		["tags without a beginning", "{% endnote %}\n".repeat(many)],
		["shortcodes without an end", "{{< note >}}\n".repeat(many)],
		["bodies without an end", "{% highlight a %}\n".repeat(many)],
		["raw texts without an end", "{% raw %}".repeat(many)],
		["raw texts", "{% raw %}{{ a }}{% endraw %}".repeat(many)],
		["raw texts in code", `\`${"{% raw %}".repeat(many)}\``],
		["containers without an end", ":::note\n".repeat(many)],
		["ends of containers", ":::\n".repeat(many)],
		["indented callouts", nested(300, (depth) => `${"    ".repeat(depth)}!!! note\n`)],
		[
			"deep components",
			nested(2000, (depth) => `${" ".repeat(depth)}<A>\n`) + "</A>\n".repeat(2000),
		],
		["deep tags", `${"{% note %}\n".repeat(3000)}x\n${"{% endnote %}\n".repeat(3000)}`],
		["attribute lists", "{: .a ".repeat(many)],
		["backticks of every length", nested(500, (depth) => `${"`".repeat(depth)} {{ a }} `)],
		["fences without an end", "```\n{{ a }}\n~~~\n".repeat(many)],
		["quotes in tags", `{% a ${"'\"".repeat(many)} %}`],
		["exports without an end", "export const a = {\n".repeat(many)],
		["imports", "import a from 'b'\n".repeat(many)],
		["code elements", "<code>".repeat(many)],
		["filters", `{{ a ${"| b".repeat(many)} }}`],
		["placeholders", "\uFDD00\uFDD1".repeat(many)],
	])("still comes to its end: %s", { timeout: 60_000 }, (_, text) => {
		for (const dialect of dialectNames) {
			const { html } = rendered(dialect, `${text}\n\nend`);
			findTitle({ format: "markdown", text, firstLine: 1 }, contextOf(dialect));
			expect(html.includes("end"), dialect).toBe(true);
		}
	});
});
