/**
 * Gives the page on which people watch what a player's address embeds (YouTube, Vimeo), with its starting
 * time and its key to unlisted films; any other address is given back as it is.
 */
export function watchPage(embedUrl: string): string {
	if (!URL.canParse(embedUrl)) return embedUrl;
	const url = new URL(embedUrl);
	const host = url.hostname.replace(/^www\./, "");
	if (host === "youtube.com" || host === "youtube-nocookie.com") {
		return youTubePage(url) ?? embedUrl;
	}
	if (host === "player.vimeo.com") return vimeoPage(url) ?? embedUrl;
	return embedUrl;
}

function youTubePage(url: URL): string | undefined {
	const id = /^\/(?:embed|v)\/([\w-]+)\/?$/.exec(url.pathname)?.[1];
	if (id === undefined) return undefined;
	const list = url.searchParams.get("list");
	if (id === "videoseries") {
		return list === null ? undefined : `https://www.youtube.com/playlist?${query({ list })}`;
	}
	return `https://www.youtube.com/watch?${query({ v: id, list, t: url.searchParams.get("start") })}`;
}

function vimeoPage(url: URL): string | undefined {
	const id = /^\/video\/(\d+)\/?$/.exec(url.pathname)?.[1];
	if (id === undefined) return undefined;
	const key = url.searchParams.get("h");
	return `https://vimeo.com/${id}${key !== null && /^\w+$/.test(key) ? `/${key}` : ""}`;
}

function query(values: Readonly<Record<string, string | null>>): string {
	const params = new URLSearchParams();
	for (const [name, value] of Object.entries(values)) if (value !== null) params.set(name, value);
	return params.toString();
}
