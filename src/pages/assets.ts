import { icon } from "./icon.ts";
import type { AssetUrls } from "./page.ts";
import { script } from "./script.ts";
import { stylesheet } from "./stylesheet.ts";

/** A file that pages need. */
export interface PageAsset {
	/** The address below the site's root. */
	readonly address: string;
	/** As sent in Content-Type. */
	readonly contentType: string;
	readonly text: string;
}

/** Everything that pages load, apart from articles' own media: one stylesheet, one script, one icon. */
export const pageAssets: Readonly<Record<keyof AssetUrls, PageAsset>> = {
	stylesheetUrl: {
		address: "/assets/broadsheet.css",
		contentType: "text/css; charset=utf-8",
		text: stylesheet,
	},
	scriptUrl: {
		address: "/assets/broadsheet.js",
		contentType: "text/javascript; charset=utf-8",
		text: script,
	},
	iconUrl: {
		address: "/assets/broadsheet.svg",
		contentType: "image/svg+xml; charset=utf-8",
		text: icon,
	},
};
