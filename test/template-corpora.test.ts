import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../scripts/parity/read-corpus.ts";
import { renderBodies } from "../scripts/parity/render-bodies.ts";
import { findTemplateCode } from "../scripts/templates/find-template-code.ts";

const corpora = join(import.meta.dirname, "../../shared/corpora");

describe("findTemplateCode", () => {
	it("sees template code in texts and attributes, and none in code", () => {
		const html =
			'<p title="{{ a }}">{% b %} {{&lt; c &gt;}} &lt;Tabs&gt;<code>{{ d }}</code></p><pre>:::</pre><p>:::note</p><p>import e from "f"</p>';
		expect(findTemplateCode(html).map(({ sign }) => sign)).toEqual([
			...["{{<", "{{", "{%", "<Tabs", "import … from", ":::"],
		]);
	});
});

describe.skipIf(!existsSync(corpora))(
	"the bodies of real sites (skipped where ../shared/corpora is not there)",
	() => {
		it.each<[string, readonly string[]]>([
			[
				"11ty-18f",
				[
					// Written as a text to fill in: <Video Call Link / Backup Teleconference Line>.
					"2016-12-14-how-to-run-an-efficient-meeting.md <Tabs",
					// Written with `{% raw %}` around the opening braces.
					"2024-07-17-working-with-oracle-databases-in-open-source-projects.md {{",
				],
			],
			["docusaurus-pnpm", []],
			["hexo-unit-test", []],
			["hugo-k8s-contributor", []],
			["jekyll-docs", []],
			["jekyll-osdev4arab", []],
		])("%s: no template code, but what its author wrote as text", async (name, expected) => {
			const { contents } = await readCorpus(join(corpora, name), new Date("2026-11-01"));
			const found = [...renderBodies(contents)].flatMap(({ path, html }) =>
				findTemplateCode(html).map(({ sign }) => `${path} ${sign}`),
			);
			expect(found).toEqual(expected);
		});
	},
);
