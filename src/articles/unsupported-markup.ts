import { parsePath } from "./file-path.ts";

const names: ReadonlyMap<string, string> = new Map([
	[".rst", "reStructuredText"],
	[".rest", "reStructuredText"],
	[".textile", "Textile"],
	[".adoc", "AsciiDoc"],
	[".asciidoc", "AsciiDoc"],
	[".ad", "AsciiDoc"],
	[".org", "Org"],
	[".wiki", "wiki markup"],
	[".ipynb", "a Jupyter notebook"],
]);

/** The name of the markup that a file's ending speaks of, where Broadsheet cannot read it: `a.rst` → reStructuredText. */
export function unsupportedMarkup(path: string): string | undefined {
	return names.get(parsePath(path).ending);
}
