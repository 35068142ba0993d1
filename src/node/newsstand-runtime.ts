import type { NewsstandRuntime } from "../http/newsstand.ts";
import { compress } from "./node-runtime.ts";
import { openFile } from "./open-file.ts";

/** What Node lends to a newsstand, with room for some thousand feeds of a usual size. */
export const newsstandRuntime: NewsstandRuntime = {
	compress,
	openFile,
	mostHeldBytes: 128 * 1024 * 1024,
};
