import type { ConfigFolder } from "../config-folder.ts";
import type { ConfigText } from "../config-text.ts";
import { readDependencies } from "./packages.ts";

const hexoKeys = [
	"source_dir",
	"public_dir",
	"new_post_name",
	"permalink_defaults",
	"skip_render",
	"post_asset_folder",
	"render_drafts",
	"per_page",
	"deploy",
];

const jekyllKeys = [
	"baseurl",
	"plugins",
	"gems",
	"kramdown",
	"markdown",
	"remote_theme",
	"collections",
	"defaults",
	"include",
	"exclude",
	"paginate",
	"sass",
	"show_drafts",
	"repository",
];

const hexoNames = ["scaffolds/", "source/", "db.json"];
const jekyllNames = [
	"Gemfile",
	"_layouts/",
	"_includes/",
	"_posts/",
	"_sass/",
	"_data/",
	"index.md",
];

/**
 * Whether a `_config.yml` is Hexo's; else it is Jekyll's, whose file has this name too. The dependencies of the package
 * decide, else the keys and folders that only one of the two has.
 */
export async function isHexo(text: ConfigText, root: ConfigFolder): Promise<boolean> {
	const dependencies = await readDependencies(root);
	if (dependencies.has("hexo")) return true;
	const names = await root.list("");
	const score = (keys: readonly string[], folders: readonly string[]) =>
		keys.filter((key) => Object.hasOwn(text.data, key)).length +
		folders.filter((name) => names.includes(name)).length;
	return score(hexoKeys, hexoNames) > score(jekyllKeys, jekyllNames);
}
