import type { TemplateSyntax } from "./scan.ts";
import { attributeLists, kramdownLists } from "./syntaxes/attribute-lists.ts";
import { colonContainers, indentedAdmonitions } from "./syntaxes/containers.ts";
import { mdxExpression } from "./syntaxes/expression.ts";
import { hugoShortcodes } from "./syntaxes/hugo.ts";
import { jsx } from "./syntaxes/jsx.ts";
import { liquid } from "./syntaxes/liquid.ts";
import { mdxCodeBlock } from "./syntaxes/mdx-code-block.ts";
import { mdxModules } from "./syntaxes/modules.ts";
import { zolaShortcodes } from "./syntaxes/zola.ts";
import type { TemplateContext } from "./template-context.ts";

const callouts = [colonContainers, indentedAdmonitions];
const mdx = [mdxCodeBlock, mdxModules, ...callouts, jsx, mdxExpression];

/** Whether a text is MDX: to Docusaurus every Markdown file is ("MDX and React"), elsewhere the ending says so. */
export function isMdx({ dialect, path }: TemplateContext): boolean {
	return dialect === "docusaurus" ? !/\.html?$/i.test(path) : /\.mdx$/i.test(path);
}

/** The template code that a text may hold, by its site's generator; none in Broadsheet's own folders. */
export function syntaxesOf(context: TemplateContext): readonly TemplateSyntax[] {
	if (isMdx(context)) return context.dialect === "broadsheet" ? [] : mdx;
	switch (context.dialect) {
		case "broadsheet":
			return [];
		case "hugo":
			return [hugoShortcodes, attributeLists, ...callouts];
		case "zola":
			return [zolaShortcodes, attributeLists, ...callouts];
		case "jekyll":
			return [kramdownLists, liquid, attributeLists, ...callouts];
		case "pelican":
			return [liquid, attributeLists, ...callouts];
		case "eleventy":
		case "hexo":
			return [liquid, ...callouts];
		default:
			return callouts;
	}
}
