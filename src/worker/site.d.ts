declare module "broadsheet:site" {
	const site: import("../publication/edge-site.ts").EdgeSite;
	export default site;
}

declare namespace Cloudflare {
	interface Env {
		readonly ASSETS: Fetcher;
	}
}
