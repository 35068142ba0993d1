/** The entry of an assistant's thread. */
import { keepCompiled } from "../start-thread.ts";

keepCompiled();
await import("./thread.ts");
