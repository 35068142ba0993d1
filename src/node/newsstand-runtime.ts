import type { NewsstandRuntime } from "../http/newsstand.ts";
import { compress, streamFile } from "./node-runtime.ts";

/** What Node lends to a newsstand, with room for some thousand feeds of a usual size. */
export const newsstandRuntime: NewsstandRuntime = {
	compress,
	openFile: streamFile,
	mostHeldBytes: 128 * 1024 * 1024,
};
