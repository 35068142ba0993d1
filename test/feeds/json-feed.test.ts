import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { renderFeed } from "../../src/feeds/formats.ts";
import { jsonFeed } from "../../src/feeds/json-feed.ts";
import { minimalEntry, minimalHead, richEntry, richHead } from "./sample-feed.ts";

const schema: object = JSON.parse(
	readFileSync(new URL("../fixtures/json-feed-1.1.schema.json", import.meta.url), "utf8"),
);
const isJsonFeed = new Ajv2020({ allErrors: true }).compile(schema);

describe("JSON Feed", () => {
	it("writes a minimal feed (requirements 88, 89)", () => {
		const document = renderFeed(jsonFeed, minimalHead, [jsonFeed.renderEntry(minimalEntry)]);
		expect(JSON.parse(document)).toEqual({
			version: "https://jsonfeed.org/version/1.1",
			title: "The Example",
			home_page_url: "https://example.org/",
			feed_url: "https://example.org/feed.json",
			authors: [{ name: "The Example" }],
			items: [
				{
					id: "tag:example.org,2026-03-14:/plain/",
					url: "https://example.org/plain/",
					title: "Plain",
					content_text: "Nothing but a summary.",
					date_published: "2026-03-14T09:30:00Z",
					date_modified: "2026-03-14T09:30:00Z",
				},
			],
		});
	});

	it("writes a rich feed (requirements 88 to 91)", () => {
		const document = renderFeed(jsonFeed, richHead, [jsonFeed.renderEntry(richEntry)]);
		expect(JSON.parse(document)).toEqual({
			version: "https://jsonfeed.org/version/1.1",
			title: "R&D <news>",
			home_page_url: "https://example.org/news/r-d/?a=1&b=2",
			feed_url: "https://feeds.example.org/news/r-d/feed.json",
			description: 'What "AT&T" does, & more',
			icon: "https://example.org/logo.png",
			favicon: "https://example.org/logo.png",
			authors: [{ name: "Ada & Co", url: "https://example.org/ada" }],
			language: "en-GB",
			items: [
				{
					id: "tag:example.org,2026-03-14:/news/r-d/a-title/",
					url: "https://example.org/news/r-d/a-title/?x=1&y=2",
					title: "AT&T <b> &amp; ]]>",
					summary: '1 < 2 & "so on"',
					content_html: "<p>Fish &amp; chips ]]&gt;</p>\n<pre>\n  <b>1</b>\n</pre>",
					image: "https://example.org/picture.webp",
					date_published: "2026-03-14T09:30:00Z",
					date_modified: "2026-03-15T18:00:00Z",
					authors: [{ name: "Ada & Co", url: "https://example.org/ada" }, { name: "Grace" }],
					tags: ["R&D", "Größe"],
					language: "en",
					attachments: [
						{
							url: "https://example.org/talk.mp3?a=1&b=2",
							mime_type: "audio/mpeg",
							title: 'The "talk"',
							size_in_bytes: 1234,
						},
						{ url: "https://example.org/talk.ogg", mime_type: "audio/ogg" },
						{
							url: "https://example.org/slides.pdf",
							mime_type: "application/pdf",
							size_in_bytes: 99,
						},
					],
				},
			],
		});
	});

	it("stands on one line for the feed and one for each item", () => {
		const document = renderFeed(
			jsonFeed,
			minimalHead,
			[minimalEntry, richEntry].map(jsonFeed.renderEntry),
		);
		const lines = document.split("\n");
		expect(lines).toHaveLength(5);
		expect(lines[0]).toBe(
			'{"version":"https://jsonfeed.org/version/1.1","title":"The Example","home_page_url":"https://example.org/","feed_url":"https://example.org/feed.json","authors":[{"name":"The Example"}],"items":[',
		);
		expect(lines[1]).toBe(
			'{"id":"tag:example.org,2026-03-14:/plain/","url":"https://example.org/plain/","title":"Plain","date_modified":"2026-03-14T09:30:00Z","date_published":"2026-03-14T09:30:00Z","content_text":"Nothing but a summary."},',
		);
		expect(lines.slice(3)).toEqual(["]}", ""]);
	});

	it.each([
		["an empty feed (requirement 64)", minimalHead, []],
		["a minimal feed", minimalHead, [minimalEntry]],
		["a rich feed", richHead, [richEntry, minimalEntry]],
		["an entry without title and text", minimalHead, [{ ...minimalEntry, title: "", summary: "" }]],
	])(
		"is valid by the specification's schema: %s (requirements 88 to 91)",
		(_case, head, entries) => {
			const document = JSON.parse(renderFeed(jsonFeed, head, entries.map(jsonFeed.renderEntry)));
			expect(isJsonFeed(document), JSON.stringify(isJsonFeed.errors)).toBe(true);
		},
	);

	it("would not be valid with what version 1 said instead", () => {
		const document = JSON.parse(renderFeed(jsonFeed, minimalHead, []));
		expect(isJsonFeed({ ...document, version: "https://jsonfeed.org/version/1" })).toBe(false);
		expect(isJsonFeed({ ...document, author: { name: "Ada" } })).toBe(false);
	});
});
