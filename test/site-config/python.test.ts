import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/site-config/parse-config.ts";
import { Unreadable } from "../../src/site-config/unreadable.ts";

const read = (source: string) => parseConfig(source, "pelicanconf.py").data;

describe("a configuration in Python, read as text", () => {
	it("gives the literals that are assigned at the top", () => {
		const source = `#!/usr/bin/env python
# -*- coding: utf-8 -*-
import os
AUTHOR = u'Zoë "Z"'  # a remark
SITENAME = "It's " 'me'
RAW = r'\\d+\\.md'
LONG = """two
lines"""
COUNT = -10
RATE = 1.5
YES, = [True]
ON = True
NONE = None
LIST = [
    'a',
    "b",  # why
]
PAIRS = (('a', 1), ('b', 2),)
ONE = ('a',)
TUPLE = 'a', 'b'
TEXT = ('a'
        'b')
MAP = {'x': {'y': [1]}, "z": None, }
`;
		expect(read(source)).toEqual({
			AUTHOR: 'Zoë "Z"',
			SITENAME: "It's me",
			RAW: "\\d+\\.md",
			LONG: "two\nlines",
			COUNT: -10,
			RATE: 1.5,
			ON: true,
			NONE: null,
			LIST: ["a", "b"],
			PAIRS: [
				["a", 1],
				["b", 2],
			],
			ONE: ["a"],
			TUPLE: ["a", "b"],
			TEXT: "ab",
			MAP: { x: { y: [1] }, z: null },
		});
	});

	it("follows names assigned before, and joined texts", () => {
		expect(read("URL = 'posts/{slug}/'\nSAVE_AS = URL + 'index.html'\n")).toEqual({
			URL: "posts/{slug}/",
			SAVE_AS: "posts/{slug}/index.html",
		});
	});

	it.each([
		"os.environ.get('X', '')",
		"f'{a}'",
		"a or 'b'",
		"[x for x in y]",
		"lambda: 1",
		"'a' % b",
	])("does not run %s", (expression) => {
		expect(read(`A = ${expression}\nB = 1\n`)).toEqual({ A: expect.any(Unreadable), B: 1 });
	});

	it("passes over what stands in a block, which may never run", () => {
		expect(read("SITEURL = ''\nif LIVE:\n    SITEURL = 'https://live.example'\n")).toEqual({
			SITEURL: "",
		});
	});

	it("says where a name stands", () => {
		const { locate } = parseConfig("A = 1\nB = 2\n", "pelicanconf.py");
		expect(locate(["B"])).toEqual({ file: "pelicanconf.py", line: 2, column: 1 });
	});

	it("reads any text that Python writes", () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const escaped = text
					.replaceAll("\\", "\\\\")
					.replaceAll("'", "\\'")
					.replaceAll("\n", "\\n")
					.replaceAll("\r", "\\r");
				expect(read(`A = '${escaped}'\n`).A).toBe(text);
			}),
		);
	});
});
