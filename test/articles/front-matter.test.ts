import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFrontMatter, parseYamlDocument } from "../../src/articles/front-matter.ts";
import { faultsOf } from "./sample-context.ts";

const parse = (text: string) => parseFrontMatter(text, "a.md");

describe("parseFrontMatter", () => {
	it("reads YAML between hyphens, and the text behind it", () => {
		const { data, body, bodyFirstLine, faults } = parse("---\ntitle: A\ntags: [b, c]\n---\nText\n");
		expect(data).toEqual({ title: "A", tags: ["b", "c"] });
		expect(body).toBe("Text\n");
		expect(bodyFirstLine).toBe(5);
		expect(faults).toEqual([]);
	});

	it.each([
		["a byte order mark", "\uFEFF---\ntitle: A\n---\nText"],
		["CRLF", "---\r\ntitle: A\r\n---\r\nText"],
		["lone carriage returns", "---\rtitle: A\r---\rText"],
		["blank lines before it", "\n \t\n\n---\ntitle: A\n---\nText"],
		["six hyphens", "------\ntitle: A\n------\nText"],
		["blanks behind the fences", "---  \ntitle: A\n--- \t\nText"],
		["an end of three dots", "---\ntitle: A\n...\nText"],
		["a tab before the value", "---\ntitle:\tA\n---\nText"],
		["its language named", "---yaml\ntitle: A\n---\nText"],
		["TOML", '+++\ntitle = "A"\n+++\nText'],
		["TOML between hyphens", '---toml\ntitle = "A"\n---\nText'],
		["JSON at the start", '{\n"title": "A"\n}\nText'],
		["JSON between semicolons", ';;;\n{"title": "A"}\n;;;\nText'],
		["JSON without its braces", ';;;\n"title": "A"\n;;;\nText'],
		["JSON between hyphens", '---json\n{"title": "A"}\n---\nText'],
	])("takes front matter with %s", (_, text) => {
		expect(parse(text)).toMatchObject({ data: { title: "A" }, body: "Text", faults: [] });
	});

	it("leaves dates, versions and numbers as they are written", () => {
		const yaml = "date: 2026-03-14\nid: 007\nversion: 1.10\non: yes\nbig: 0x1F\ntagged: !!int 3";
		expect(parse(`---\n${yaml}\n---\n`).data).toEqual({
			date: "2026-03-14",
			id: "007",
			version: "1.10",
			on: "yes",
			big: "0x1F",
			tagged: "3",
		});
		expect(parse("+++\nd = 2017-02-29\nt = 2026-03-14 09:30:00 # then\n+++\n").data).toEqual({
			d: "2017-02-29",
			t: "2026-03-14 09:30:00",
		});
	});

	it("knows null, true, false and merge keys in YAML", () => {
		const yaml = "base: &b {x: 1}\na: ~\nb:\nc: true\nd: False\ne: {<<: *b, y: 2}";
		expect(parse(`---\n${yaml}\n---\n`).data).toMatchObject({
			a: null,
			b: null,
			c: true,
			d: false,
			e: { x: "1", y: "2" },
		});
	});

	it("joins quoted values whose further lines are not indented", () => {
		const { data, faults, locate } = parse("---\na: \"one\ntwo\"\nb: 'it''s\nso'\nc: d\n---\n");
		expect(faults).toEqual([]);
		expect(data).toEqual({ a: "one two", b: "it's so", c: "d" });
		expect(locate(["c"])).toEqual({ file: "a.md", line: 6, column: 1 });
	});

	it.each([
		["a Markdown rule at the start", "---\n\nSome text.\n\nMore: of it.\n"],
		["text between two rules", "---\n\nSome text.\n\n---\n\nMore text.\n"],
		["a list between two rules", "---\n- one\n- two\n---\n"],
		["a template that opens the file", "{{ include }}\ntext"],
		["a brace in prose", "{not json}\n"],
		["nothing at all", ""],
	])("leaves %s to the text", (_, text) => {
		expect(parse(text)).toMatchObject({ data: {}, body: text, bodyFirstLine: 1, faults: [] });
	});

	it("takes an empty front matter for one", () => {
		expect(parse("---\n---\nText")).toMatchObject({ data: {}, body: "Text", faults: [] });
		expect(parse("---\n# only a comment\n---\nText")).toMatchObject({ data: {}, body: "Text" });
	});

	it("takes a tab that indents for a blank, as Hexo does", () => {
		expect(parse("---\ntags:\n\t- a\n\t- b\ntitle:\tC\n---\n")).toMatchObject({
			data: { tags: ["a", "b"], title: "C" },
			faults: [],
		});
	});

	it.each([
		["a value that holds a colon", "---\ntitle: A\nsummary: b: c\n---\n", "3:10"],
		["a list that is not closed", "---\n\ntags: [a\n---\n", "4:1"],
		["an alias of nothing", "---\na: *b\n---\n", "2:5"],
		["a template in braces", "---\na: {{ b }}\n---\n", "2:4"],
		["TOML without a value", "+++\n\na = \n+++\n", "3:5"],
		["TOML with a key twice", "+++\na = 1\na = 2\n+++\n", "3:1"],
		["a comma too many in JSON", '{\n"a": 1,\n}\n', "3:1"],
	])("says where the syntax is wrong: %s", (_, text, place) => {
		const frontMatter = parse(text);
		expect(faultsOf(frontMatter)).toEqual([`${place} FRONT_MATTER_SYNTAX`]);
		expect(frontMatter.data).toEqual({});
	});

	it("says where a date that no calendar has stands in TOML", () => {
		expect(faultsOf(parse("+++\ndate = 2026-13-01\n+++\n"))).toEqual(["2:8 DATE_INVALID"]);
	});

	it.each([
		["YAML", "\n---\ntitle: A\n\nText\n", "2:1"],
		["TOML", '+++\ntitle = "A"\n\nText\n', "1:1"],
		["JSON", '{"title": "A"\n\nText\n', "1:1"],
		["JSON between semicolons", ';;;\n{"title": "A"}\n\nText\n', "1:1"],
	])("reports %s front matter without an end", (_, text, place) => {
		expect(faultsOf(parse(text))).toEqual([`${place} FRONT_MATTER_UNCLOSED`]);
	});

	it("warns of a key that stands twice, and takes the last", () => {
		const yaml = parse("---\na: 1\nb:\n  c: 1\n  c: 2\na: 3\n---\n");
		expect(yaml.data).toEqual({ a: "3", b: { c: "2" } });
		expect(faultsOf(yaml)).toEqual([
			"5:3 FRONT_MATTER_DUPLICATE_KEY",
			"6:1 FRONT_MATTER_DUPLICATE_KEY",
		]);
		const json = parse('{"a": 1,\n "a": 2}\n');
		expect(json.data).toEqual({ a: 2 });
		expect(faultsOf(json)).toEqual(["2:2 FRONT_MATTER_DUPLICATE_KEY"]);
	});

	it("refuses anchors that explode, and those that run in a circle", () => {
		const levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
		for (let level = 1; level < 9; level += 1) {
			const aliases = Array.from({ length: 9 }, () => `*a${level - 1}`).join(", ");
			levels.push(`a${level}: &a${level} [${aliases}]`);
		}
		expect(faultsOf(parse(`---\n${levels.join("\n")}\n---\n`))).toEqual([
			"2:5 FRONT_MATTER_SYNTAX",
		]);
		expect(faultsOf(parse("---\na: &a [*a]\n---\n"))).toEqual(["2:4 FRONT_MATTER_SYNTAX"]);
		const many = `---\na: &a 1\nb: [${Array(200).fill("*a").join(", ")}]\n---\n`;
		expect(faultsOf(parse(many))).toHaveLength(1);
	});

	it("pollutes no prototype", () => {
		for (const text of [
			"---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\n---\n",
			'+++\n__proto__.polluted = "yes"\n+++\n',
			'{"__proto__": {"polluted": "yes"}}\n',
		]) {
			const { data } = parse(text);
			expect(Reflect.get({}, "polluted")).toBeUndefined();
			expect(Reflect.get(data, "polluted")).toBeUndefined();
		}
	});

	describe("locate", () => {
		const place = (text: string, path: (string | number)[]) => {
			const { line, column } = parse(text).locate(path);
			return `${line}:${column}`;
		};

		it("finds keys and items in YAML", () => {
			const text = '\n---\ntitle: A\n"tags":\n  - b\n  - "c"\nauthor: {name: D, url: e}\n---\n';
			expect(place(text, ["title"])).toBe("3:1");
			expect(place(text, ["tags"])).toBe("4:1");
			expect(place(text, ["tags", 1])).toBe("6:5");
			expect(place(text, ["author", "url"])).toBe("7:19");
		});

		it("finds keys in TOML and in JSON", () => {
			const toml =
				'+++\ntitle = "A"\nauthor.name = "B"\n[[enclosures]]\n  url = "c"\n[[enclosures]]\nurl = "d"\n+++\n';
			expect(place(toml, ["author", "name"])).toBe("3:1");
			expect(place(toml, ["enclosures"])).toBe("4:1");
			expect(place(toml, ["enclosures", 0, "url"])).toBe("5:3");
			expect(place(toml, ["enclosures", 1, "url"])).toBe("7:1");
			expect(place('{"title": "A",\n  "tags": ["b", 7]}', ["tags", 1])).toBe("2:17");
			expect(place(';;;\n"a": 1,\n"b": 2\n;;;\n', ["b"])).toBe("3:1");
		});

		it("gives the nearest ancestor that it knows, else the fence", () => {
			expect(place("---\na: b\nc: {d: e}\n---\n", ["c", "x", 3])).toBe("3:1");
			expect(place("\n---\na: b\n---\n", ["none"])).toBe("2:1");
			expect(place("Text", ["none"])).toBe("1:1");
		});
	});

	it("never throws, and every place lies in the file, whatever the text", () => {
		const fences = [
			"---\n",
			"+++\n",
			";;;\n",
			"{",
			"}",
			"\r\n",
			"\n",
			"a: ",
			"b = ",
			'"',
			"- ",
			"&a ",
			"*a",
			"\t",
			"2017-02-29",
			"[",
			"]",
			"'",
			"\uFEFF",
		];
		const part = fc.oneof(
			fc.constantFrom(...fences),
			fc.string({ unit: "grapheme", maxLength: 8 }),
		);
		const text = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(""));
		fc.assert(
			fc.property(text, (whole) => {
				const frontMatter = parse(whole);
				const lines = whole.split(/\r\n?|\n/);
				const places = [
					...frontMatter.faults.map((fault) => fault.place),
					frontMatter.locate(["a"]),
				];
				for (const { line, column } of places) {
					expect(line).toBeLessThanOrEqual(lines.length);
					expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 2);
				}
			}),
			{ numRuns: 2000 },
		);
	});
});

describe("parseYamlDocument", () => {
	it("reads a file that is YAML as a whole", () => {
		expect(parseYamlDocument("# settings\r\ntitle: A\r\n", "site.yaml")).toMatchObject({
			data: { title: "A" },
			body: "",
			faults: [],
		});
		expect(parseYamlDocument("", "site.yaml")).toMatchObject({ data: {}, faults: [] });
		expect(parseYamlDocument("---\ntitle: A\n", "site.yaml").data).toEqual({ title: "A" });
	});

	it("refuses what is no list of keys, and a second document", () => {
		expect(faultsOf(parseYamlDocument("- a\n- b\n", "s"))).toEqual(["1:1 FRONT_MATTER_SYNTAX"]);
		expect(faultsOf(parseYamlDocument("a: b\n---\nc: d\n", "s"))).toHaveLength(1);
	});
});
