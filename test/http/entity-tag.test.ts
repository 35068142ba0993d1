import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesStrongly, matchesWeakly, parseEntityTags } from "../../src/http/entity-tag.ts";

function opaqueTags(value: string): readonly string[] | "*" {
	const tags = parseEntityTags(value);
	return tags === "*" ? "*" : tags.map(({ opaque }) => opaque);
}

function matches(value: string, etag: string): boolean {
	const tags = parseEntityTags(value);
	return tags === "*" || tags.some((tag) => matchesWeakly(tag, etag));
}

describe("parseEntityTags", () => {
	it("reads lists as RFC 9110 §13.1.2 writes them (3)", () => {
		expect(opaqueTags('"xyzzy"')).toEqual(["xyzzy"]);
		expect(opaqueTags('"xyzzy", "r2d2xxxx", "c3piozzzz"')).toEqual([
			"xyzzy",
			"r2d2xxxx",
			"c3piozzzz",
		]);
		expect(opaqueTags('W/"xyzzy", W/"r2d2xxxx"')).toEqual(["xyzzy", "r2d2xxxx"]);
		expect(opaqueTags(" * ")).toBe("*");
		expect(opaqueTags("")).toEqual([]);
		expect(opaqueTags(" , ,\t")).toEqual([]);
	});

	it("keeps commas, spaces and slashes inside quotes (6)", () => {
		expect(opaqueTags('"a,b", W/"c, d","W/e"')).toEqual(["a,b", "c, d", "W/e"]);
		expect(opaqueTags('"*"')).toEqual(["*"]);
	});

	it("tells weak tags from strong ones", () => {
		expect(parseEntityTags('W/"a", "b"')).toMatchObject([{ weak: true }, { weak: false }]);
	});

	it("keeps tags that lost their quotes (22)", () => {
		expect(opaqueTags('abc, W/def ,"ghi')).toEqual(["abc", "def", "ghi"]);
		expect(opaqueTags('abc"')).toEqual(["abc"]);
		expect(opaqueTags('"')).toEqual([""]);
	});

	it("never throws, whatever a client sends", () => {
		const pieces = fc.constantFrom(
			'"',
			",",
			" ",
			"W/",
			"w",
			"/",
			"*",
			"a",
			"-gzip",
			"\t",
			"\\",
			"é",
		);
		const values = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.array(pieces).map((list) => list.join("")),
		);
		fc.assert(
			fc.property(values, (value) => {
				matches(value, 'W/"abc"');
			}),
		);
	});

	it("finds a tag in any list of proper tags (3, 6)", () => {
		const opaque = fc.stringMatching(/^[!#-~]{1,12}$/);
		const member = fc
			.tuple(fc.boolean(), opaque)
			.map(([weak, text]) => `${weak ? "W/" : ""}"${text}"`);
		fc.assert(
			fc.property(fc.array(member), opaque, fc.array(member), (before, own, after) => {
				const value = [...before, `"${own}"`, ...after].join(", ");
				expect(matches(value, `W/"${own}"`)).toBe(true);
			}),
		);
	});

	it("reads a member once, however long the list is", () => {
		const long = `${'"a,'.repeat(1000)}${"W/".repeat(1000)}${",".repeat(1000)}${'"b" "'.repeat(1000)}`;
		const tags = parseEntityTags(long.repeat(20));
		const lengths =
			tags === "*" ? [] : tags.map(({ opaque, suffix }) => opaque.length + suffix.length);
		expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(long.length * 20);
	});
});

describe("matchesWeakly", () => {
	it("compares as the table of RFC 9110 §8.8.3.2 does (4, 20)", () => {
		expect(matches('W/"1"', 'W/"1"')).toBe(true);
		expect(matches('W/"1"', 'W/"2"')).toBe(false);
		expect(matches('W/"1"', '"1"')).toBe(true);
		expect(matches('"1"', 'W/"1"')).toBe(true);
		expect(matches('"1"', '"1"')).toBe(true);
	});

	it.each(["-gzip", ";gzip", "--gzip", "-br", "--br", "-zstd", "+gzip", "-gzip-gzip", ""])(
		"forgives the suffix %j, inside and outside of the quotes (21)",
		(suffix) => {
			expect(matches(`"abc${suffix}"`, 'W/"abc"')).toBe(true);
			expect(matches(`W/"abc"${suffix}`, 'W/"abc"')).toBe(true);
			expect(matches(`"x", abc${suffix}`, '"abc"')).toBe(true);
		},
	);

	it("forgives nothing else (28)", () => {
		for (const value of [
			'"abcd"',
			'"abc-"',
			'"abc-gz"',
			'"-gzip"',
			'"ab"',
			'"ABC"',
			'"abc" x',
			'"abc gzip"',
		]) {
			expect(matches(value, 'W/"abc"'), value).toBe(false);
		}
	});

	it("knows a tag of ours that itself ends like a suffix", () => {
		expect(matches('"abc-gzip"', '"abc-gzip"')).toBe(true);
		expect(matches('"abc"', '"abc-gzip"')).toBe(false);
	});
});

describe("matchesStrongly", () => {
	it("compares as the table of RFC 9110 §8.8.3.2 does, and forgives nothing", () => {
		const strongly = (value: string, etag: string): boolean => {
			const tags = parseEntityTags(value);
			return tags !== "*" && tags.some((tag) => matchesStrongly(tag, etag));
		};
		expect(strongly('"1"', '"1"')).toBe(true);
		for (const value of ['W/"1"', "1", '"1-gzip"', '"1"-gzip', '"2"']) {
			expect(strongly(value, '"1"'), value).toBe(false);
		}
		expect(strongly('"1"', 'W/"1"')).toBe(false);
		expect(strongly('W/"1"', 'W/"1"')).toBe(false);
	});
});
