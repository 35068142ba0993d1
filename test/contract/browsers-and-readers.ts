/** What clients really send. Sources: the clients' code, and captures of their requests in public bug reports. */

const navigation = { "Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate" } as const;

/** A person opens an address: by name, the headers that matter here. */
export const browsers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"Chrome 156": {
		...navigation,
		Accept:
			"text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
		"Sec-Fetch-Site": "none",
		"Sec-Fetch-User": "?1",
		"Upgrade-Insecure-Requests": "1",
	},
	Firefox: {
		...navigation,
		Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
		"Sec-Fetch-Site": "cross-site",
	},
	"Firefox 128": {
		...navigation,
		Accept:
			"text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8",
		Priority: "u=0, i",
	},
	Safari: {
		...navigation,
		Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
		"Sec-Fetch-Site": "same-origin",
	},
};

/** Programs, and browsers that fetch for one. */
export const readers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"no headers at all": {},
	curl: { Accept: "*/*", "User-Agent": "curl/8.14.1" },
	"NetNewsWire, Feedly and many others": { Accept: "*/*" },
	Miniflux: {
		Accept:
			"application/xml, application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, text/html, */*;q=0.9",
	},
	"SimplePie, FreshRSS": {
		Accept:
			"application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.7, unknown/unknown;q=0.1, application/unknown;q=0.1, */*;q=0.1",
	},
	feedparser: {
		Accept:
			"application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1",
		"A-IM": "feed",
	},
	Liferea: {
		Accept: "application/atom+xml,application/xml;q=0.9,text/xml;q=0.8,*/*;q=0.7",
		"A-IM": "feed",
	},
	Thunderbird: {
		Accept:
			"application/atom+xml,application/rss+xml;q=0.9,application/rdf+xml;q=0.8,application/xml;q=0.7,text/xml;q=0.7,*/*;q=0.1",
		"Sec-Fetch-Dest": "empty",
		"Sec-Fetch-Mode": "no-cors",
		"Sec-Fetch-Site": "cross-site",
	},
	"an aggregator that calls itself a browser": {
		...navigation,
		Accept:
			"application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.8,*/*;q=0.5",
		"User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/124.0.0.0 Safari/537.36",
	},
	"an aggregator that ranks HTML with feeds": {
		...navigation,
		Accept:
			"text/html,application/xhtml+xml,application/json,application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,image/*;q=0.8,*/*;q=0.7",
	},
	"a browser's Accept without its Fetch Metadata": { Accept: browsers.Firefox?.Accept ?? "" },
	"a reader in a browser": { Accept: "*/*", "Sec-Fetch-Dest": "empty", "Sec-Fetch-Mode": "cors" },
	"a page that shows a feed in a frame": {
		Accept: browsers.Safari?.Accept ?? "",
		"Sec-Fetch-Dest": "iframe",
		"Sec-Fetch-Mode": "navigate",
	},
};
