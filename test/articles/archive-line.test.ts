import { describe, expect, it } from "vitest";
import { parseArchiveText } from "../../src/articles/archive-line.ts";

const parse = (text: string) => parseArchiveText(text, "a.txt", "UTC");

describe("parseArchiveText", () => {
	it("reads the date, the crumbs between the site and the title, and the text", () => {
		const text =
			" date 2026-03-03 Homepage > News > Business > A title in plain words\n\nText.\n\nMore.\n";
		expect(parse(text)).toEqual({
			date: "2026-03-03",
			section: ["News", "Business"],
			title: "A title in plain words",
			body: "\nText.\n\nMore.\n",
			bodyFirstLine: 2,
		});
	});

	it.each([
		["a byte order mark", "\uFEFFdate 2026-03-03 Home > News > A"],
		["CRLF", "date 2026-03-03 Home > News > A\r\n\r\nText"],
		["blank lines and tabs before it", "\n\t\n\tdate 2026-03-03 Home > News > A\n"],
		["several blanks round the crumbs", "date  2026-03-03   Home  >  News\t>  A  \n"],
	])("takes a first line with %s", (_, text) => {
		expect(parse(text)).toMatchObject({ date: "2026-03-03", section: ["News"], title: "A" });
	});

	it("takes a time of day", () => {
		const text = "date 2026-03-03 09:30 Home > A";
		expect(parse(text)).toMatchObject({ date: "2026-03-03 09:30", section: [], title: "A" });
	});

	it("keeps a `>` without blanks in the title, and takes the last crumb for it", () => {
		expect(parse("date 2026-03-03 Home > News > a->b")).toMatchObject({ title: "a->b" });
		expect(parse("date 2026-03-03 Home > News > A > B")).toMatchObject({
			section: ["News", "A"],
			title: "B",
		});
		expect(parse("date 2026-03-03 A title alone")).toMatchObject({
			section: [],
			title: "A title alone",
		});
	});

	it.each([
		["\n  date 2017-02-29 Home > A\n", 2, 8],
		["date 2026-13-01 Home > A", 1, 6],
		["date yesterday Home > News > A", 1, 6],
	])("reports an impossible date where it stands: %j", (text, line, column) => {
		expect(parse(text)).toMatchObject({
			fault: { code: "DATE_INVALID", place: { file: "a.txt", line, column } },
		});
	});

	it.each([
		"Date palms grow here.",
		"date palms grow here",
		"dated 2026-03-03 Home > A",
		"A text\ndate 2026-03-03 Home > A",
		"",
	])("leaves other texts alone: %j", (text) => {
		expect(parse(text)).toBeUndefined();
	});
});
