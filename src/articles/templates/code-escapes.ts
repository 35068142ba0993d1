import type { TemplateContext } from "./template-context.ts";

/**
 * Gives code as its generator shows it. It is left to the letter but for the marks by which a generator is told to leave
 * code alone, which are no part of it: `{% raw %}…{% endraw %}` (Liquid, Nunjucks, Hexo), and the comment marks inside
 * the braces of Hugo's and Zola's shortcodes. Sources: Jekyll, "Tags › Code snippet highlighting"; Hugo, "Shortcodes";
 * Zola, "Shortcodes".
 */
export function showCode(code: string, { dialect }: TemplateContext): string {
	switch (dialect) {
		case "hugo":
			return code
				.replaceAll(/\{\{<\/\*((?:(?!\*\/>\}\}).)*)\*\/>\}\}/gs, "{{<$1>}}")
				.replaceAll(/\{\{%\/\*((?:(?!\*\/%\}\}).)*)\*\/%\}\}/gs, "{{%$1%}}");
		case "zola":
			return code
				.replaceAll(/\{\{\/\*((?:(?!\*\/\}\}).)*)\*\/\}\}/gs, "{{$1}}")
				.replaceAll(/\{%\/\*((?:(?!\*\/%\}).)*)\*\/%\}/gs, "{%$1%}");
		case "jekyll":
		case "eleventy":
		case "hexo":
			return withoutRaw(code);
		default:
			return code;
	}
}

function withoutRaw(code: string): string {
	const opening = /\{%-?\s*(raw|verbatim)\s*-?%\}/g;
	const pieces: string[] = [];
	let end = 0;
	for (;;) {
		opening.lastIndex = end;
		const open = opening.exec(code);
		if (open === null) break;
		const closing = new RegExp(`\\{%-?\\s*end${open[1]}\\s*-?%\\}`, "g");
		closing.lastIndex = opening.lastIndex;
		const close = closing.exec(code);
		if (close === null) break;
		pieces.push(code.slice(end, open.index), code.slice(opening.lastIndex, close.index));
		end = closing.lastIndex;
	}
	pieces.push(code.slice(end));
	return pieces.join("");
}
