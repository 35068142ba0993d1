import { describe, expect, it } from "vitest";
import { html, joinHtml } from "../../src/pages/html.ts";

describe("html", () => {
	it("escapes text, for elements and for attributes in quotes", () => {
		expect(`${html`<b title="${`"'<&>`}">${"<script>&"}</b>`}`).toBe(
			'<b title="&quot;&#39;&lt;&amp;&gt;">&lt;script&gt;&amp;</b>',
		);
	});

	it("keeps finished HTML as it is, also in lists", () => {
		expect(`${html`${[html`<i>${"&"}</i>`, html`<hr>`]}`}`).toBe("<i>&amp;</i><hr>");
	});

	it("gives nothing for what is not there", () => {
		expect(`${html`(${undefined}${false}${""})`}`).toBe("()");
	});
});

describe("joinHtml", () => {
	it("puts the separator between the parts alone", () => {
		expect(`${html`${joinHtml(["a", "b", "c"], " & ")}`}`).toBe("a &amp; b &amp; c");
	});
});
