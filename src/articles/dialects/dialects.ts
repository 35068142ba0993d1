import type { DialectName } from "../../settings/settings.ts";
import { astro } from "./astro.ts";
import { broadsheet } from "./broadsheet.ts";
import type { Dialect } from "./dialect.ts";
import { docusaurus } from "./docusaurus.ts";
import { eleventy } from "./eleventy.ts";
import { hexo } from "./hexo.ts";
import { hugo } from "./hugo.ts";
import { jekyll } from "./jekyll.ts";
import { next } from "./next.ts";
import { pelican } from "./pelican.ts";
import { zola } from "./zola.ts";

export type { Dialect } from "./dialect.ts";

const dialects: Readonly<Record<DialectName, Dialect>> = {
	broadsheet,
	hugo,
	jekyll,
	zola,
	eleventy,
	astro,
	docusaurus,
	hexo,
	pelican,
	next,
};

/** How a generator reads its folder of content. */
export function findDialect(name: DialectName): Dialect {
	return dialects[name];
}
