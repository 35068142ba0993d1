import { describe, expect, it } from "vitest";
import { type Client, validatorsOf } from "./client.ts";
import { documents, feeds } from "./publication.ts";

const bodyHeaders = ["content-type", "content-length", "content-encoding", "transfer-encoding"];
const transportHeaders = ["date", "connection", "keep-alive"];

/** Requirements 1–11, 17–28: who gets a 304, and what stands in it. */
export function describeConditionalRequests(client: Client): void {
	const statusFor = async (
		target: string,
		headers: Readonly<Record<string, string>>,
	): Promise<number> => (await client.get(target, headers)).status;

	describe("conditional requests", () => {
		it("never answers 304 to a plain request (1)", async () => {
			const { etag } = await validatorsOf(client, "/rss.xml");
			for (let count = 0; count < 50; count++) {
				if (count === 10) await client.get("/rss.xml", { "If-None-Match": etag });
				const { status, body } = await client.get("/rss.xml");
				expect(status).toBe(200);
				expect(body.length).toBeGreaterThan(0);
			}
		});

		it("answers every document's own tag with 304 and not one byte of body (2)", async () => {
			for (const document of documents) {
				const { etag } = await validatorsOf(client, encodeURI(document));
				const response = await client.get(encodeURI(document), { "If-None-Match": etag });
				expect([document, response.status, response.afterHeaders.length]).toEqual([
					document,
					304,
					0,
				]);
			}
		});

		it("finds its tag in lists, in one header line or several, weak or strong, or takes `*` (3, 4, 5, 6, 20)", async () => {
			const { etag } = await validatorsOf(client, "/news/atom.xml");
			const strong = etag.replace("W/", "");
			for (const value of [
				`"zzz", W/"x", ${etag}`,
				`"a,b", ${etag}`,
				`"a, \t b",,${etag} , "c"`,
				`W/"zzz",${strong}`,
				strong,
				`${Array.from({ length: 500 }, (_, index) => `"tag-${index}"`).join(", ")}, ${etag}`,
				"*",
			]) {
				expect(await statusFor("/news/atom.xml", { "If-None-Match": value }), value).toBe(304);
			}
			const lines = [
				["If-None-Match", '"zzz"'],
				["If-None-Match", etag],
			] as const;
			expect((await client.send("GET", "/news/atom.xml", lines)).status).toBe(304);
		});

		it("does not take a part of a quoted tag for the tag (6)", async () => {
			const { etag } = await validatorsOf(client, "/news/atom.xml");
			const opaque = etag.replace("W/", "").slice(1, -1);
			for (const value of [`"a,${opaque}"`, `"a, ${opaque}"`, `"${opaque},b"`, `"x${opaque}"`]) {
				expect(await statusFor("/news/atom.xml", { "If-None-Match": value }), value).toBe(200);
			}
		});

		it("does not ask for the date when a tag was sent (7, 8)", async () => {
			const { etag, lastModified } = await validatorsOf(client, "/rss.xml");
			const dates = [lastModified, "garbage", "Thu, 01 Jan 1970 00:00:00 GMT", "0", ""];
			for (const date of dates) {
				const known = { "If-None-Match": etag, "If-Modified-Since": date };
				const stale = { "If-None-Match": '"stale"', "If-Modified-Since": date };
				expect(await statusFor("/rss.xml", known), date).toBe(304);
				expect(await statusFor("/rss.xml", stale), date).toBe(200);
			}
		});

		it("compares dates where only a date was sent (9)", async () => {
			for (const document of documents) {
				const target = encodeURI(document);
				const { lastModified } = await validatorsOf(client, target);
				const statusAt = (seconds: number): Promise<number> => {
					const date = new Date(Date.parse(lastModified) + seconds * 1000);
					return statusFor(target, { "If-Modified-Since": date.toUTCString() });
				};
				expect([await statusAt(-1), await statusAt(0), await statusAt(1)], document).toEqual([
					200, 304, 304,
				]);
			}
		});

		it("reads all three forms of a date (10)", async () => {
			const { lastModified } = await validatorsOf(client, "/rss.xml");
			const [, day = "", month = "", year = "", time = ""] =
				/, (\d\d) (\w{3}) (\d{4}) ([\d:]{8})/.exec(lastModified) ?? [];
			const weekday = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" });
			const longName = weekday.format(new Date(lastModified));
			const asctimeDay = day.replace(/^0/, " ");
			const forms = [
				lastModified,
				`${longName}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
				`${longName.slice(0, 3)} ${month} ${asctimeDay} ${time} ${year}`,
			];
			for (const date of forms) {
				expect(await statusFor("/rss.xml", { "If-Modified-Since": date }), date).toBe(304);
			}
		});

		it("takes no notice of dates that are none (11)", async () => {
			const { lastModified } = await validatorsOf(client, "/rss.xml");
			const iso = new Date(lastModified).toISOString();
			const epoch = String(Date.parse(lastModified) / 1000);
			const dates = [
				"0",
				"-1",
				epoch,
				iso,
				`${lastModified}, ${lastModified}`,
				"Sat, 31 Feb 2999 00:00:00 GMT",
			];
			for (const date of dates) {
				expect(await statusFor("/rss.xml", { "If-Modified-Since": date }), date).toBe(200);
			}
		});

		it("answers the same document with the same validators each time (17)", async () => {
			for (const feed of feeds) {
				const target = encodeURI(feed);
				expect(await validatorsOf(client, target)).toEqual(await validatorsOf(client, target));
			}
		});

		it("forgives what proxies and clients do to a tag (21, 22)", async () => {
			const { etag } = await validatorsOf(client, "/rss.xml");
			const opaque = etag.replace("W/", "").slice(1, -1);
			const suffixes = ["-gzip", ";gzip", "--gzip", "-br", "-zstd"];
			for (const value of [
				...suffixes.flatMap((suffix) => [`"${opaque}${suffix}"`, `W/"${opaque}${suffix}"`]),
				...suffixes.flatMap((suffix) => [`"${opaque}"${suffix}`, `${opaque}${suffix}`]),
				opaque,
				`W/${opaque}`,
				`"zzz", ${opaque}`,
			]) {
				expect(await statusFor("/rss.xml", { "If-None-Match": value }), value).toBe(304);
			}
			for (const value of [
				`"${opaque}-other"`,
				'"',
				'""',
				"W/",
				",",
				"%",
				`"${opaque.slice(1)}"`,
			]) {
				expect(await statusFor("/rss.xml", { "If-None-Match": value }), value).toBe(200);
			}
		});

		it("sends with a 304 the headers of the 200, in every coding, without those of a body (24, 25, 33)", async () => {
			for (const document of documents) {
				for (const coding of ["identity", "gzip", "zstd", "br"]) {
					const target = encodeURI(document);
					const full = await client.get(target, { "Accept-Encoding": coding });
					const none = await client.get(target, {
						"Accept-Encoding": coding,
						"If-None-Match": full.header("etag") ?? "",
					});
					const left = (names: readonly string[], from: typeof full.headers) =>
						new Map(from.filter(([name]) => !names.includes(name)));
					expect(none.status).toBe(304);
					expect(left(transportHeaders, none.headers), document).toEqual(
						left([...transportHeaders, ...bodyHeaders], full.headers),
					);
				}
			}
		});

		it("answers a wrong address as it does without conditions (26)", async () => {
			const { etag, lastModified } = await validatorsOf(client, "/rss.xml");
			for (const headers of [
				{ "If-None-Match": etag },
				{ "If-None-Match": "*" },
				{ "If-Modified-Since": lastModified },
				{ "If-Match": '"stale"' },
			]) {
				expect(await statusFor("/nothing-here.xml", headers)).toBe(404);
				expect(await statusFor("/news", headers)).toBe(301);
			}
		});

		it("knows a tag for one address only (18, 28)", async () => {
			const bodies = new Map<string, string>();
			for (const document of documents) {
				const { body, header } = await client.get(encodeURI(document));
				const etag = header("etag") ?? "";
				const text = body.toString("utf8");
				expect(bodies.get(etag) ?? text, document).toBe(text);
				bodies.set(etag, text);
			}
			const { etag } = await validatorsOf(client, "/news/atom.xml");
			for (const other of ["/news/rss.xml", "/news/feed.json", "/atom.xml", "/news/"]) {
				expect(await statusFor(other, { "If-None-Match": etag }), other).toBe(200);
			}
		});

		it("answers 412 where a precondition of RFC 9110 §13.2.2 fails", async () => {
			const { etag, lastModified } = await validatorsOf(client, "/rss.xml");
			const before = new Date(Date.parse(lastModified) - 1000).toUTCString();
			expect(await statusFor("/rss.xml", { "If-Match": '"stale"' })).toBe(412);
			expect(await statusFor("/rss.xml", { "If-Match": etag })).toBe(412);
			expect(await statusFor("/rss.xml", { "If-Unmodified-Since": before })).toBe(412);
			expect(await statusFor("/rss.xml", { "If-Match": "*" })).toBe(200);
			expect(await statusFor("/rss.xml", { "If-Unmodified-Since": lastModified })).toBe(200);
			expect(await statusFor("/rss.xml", { "If-Unmodified-Since": "garbage" })).toBe(200);
			expect(await statusFor("/rss.xml", { "If-Match": "*", "If-None-Match": etag })).toBe(304);
		});
	});
}
