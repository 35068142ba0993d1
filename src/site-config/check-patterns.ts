import type { PermalinkSource } from "../articles/dialects/dialect.ts";
import { findDialect } from "../articles/dialects/dialects.ts";
import { buildPermalink } from "../articles/permalink.ts";
import type { DialectName } from "../settings/settings.ts";
import type { Finding, Report, Unread } from "./report.ts";

/** An article that has everything that a pattern's words may ask for. */
const sample: PermalinkSource = {
	path: "posts/2026-03-14-name.md",
	title: "Name",
	slug: "name",
	section: [{ slug: "posts", name: "Posts" }],
	categories: ["News"],
	published: new Date("2026-03-14T00:00:00Z"),
	isDatedByPath: false,
	siteLanguage: "en",
	data: { slug: "name", author: "Ada", category: "News" },
	hasFile: () => true,
};

/** Takes patterns out that would leave every article without an address, and tells why. */
export function checkPatterns(
	{ findings, unread }: Report,
	dialect: DialectName,
): Pick<Report, "findings" | "unread"> {
	const context = { siteUrl: "https://example.org", dialect: findDialect(dialect), zone: "UTC" };
	const refused: (Unread & { readonly finding: Finding })[] = findings.flatMap((finding) => {
		const { setting, value, place, key } = finding;
		// A value of `defaults` may be an address as well as a pattern.
		const isPattern = setting.at(-1) === "permalink" && setting[0] !== "defaults";
		if (!isPattern || typeof value !== "string") return [];
		const expanded = context.dialect.expandPattern(value);
		const isTemplate = /\{\{|\{%|<%|[{}]/.test(expanded);
		const built = isTemplate
			? { reason: "it is a program" }
			: buildPermalink(value, sample, context);
		return "reason" in built
			? [{ setting: setting.join("."), place, key, reason: built.reason, finding }]
			: [];
	});
	const dropped = new Set(refused.map(({ finding }) => finding));
	return {
		findings: findings.filter((finding) => !dropped.has(finding)),
		unread: [...unread, ...refused.map(({ finding: _, ...rest }) => rest)],
	};
}
