export type Direction = "ltr" | "rtl";

/** ISO 15924 codes of the scripts whose letters run from right to left (Unicode's Bidi_Class R and AL). */
const rtlScripts = new Set(
	`adlm arab aran armi avst chrs cprt elym hatr hebr hung khar lydi mand mani mend merc mero narb nbat nkoo orkh ougr
palm phli phlp phnx prti rohg samr sarb sogd sogo syrc thaa yezi`.split(/\s/u),
);

/** Languages that are written in one of these scripts unless their tag names another one (CLDR's likely subtags). */
const rtlLanguages = new Set(
	"ar arc arz ary ckb dv fa glk he iw ji khw ks lrc mzn nqo pnb prs ps sd skr syr ug ur yi".split(
		" ",
	),
);

/**
 * The direction in which a language is written, out of its BCP 47 tag: the script counts if the tag names one (`pa-Arab`),
 * else the language. `Intl.Locale` knows this too, but not in every runtime, nor the same in each.
 */
export function directionOf(language: string): Direction {
	const [primary = "", ...rest] = language.toLowerCase().split(/[-_]/u);
	const script = rest.find((subtag) => /^[a-z]{4}$/u.test(subtag));
	const isRtl = script ? rtlScripts.has(script) : rtlLanguages.has(primary);
	return isRtl ? "rtl" : "ltr";
}
