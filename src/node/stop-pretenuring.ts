import { setFlagsFromString } from "node:v8";

/**
 * Has V8 make every object where it is cheap to throw away again, from now on, in all threads of the process. Under load it
 * at times decides to make a kind of short-lived object among the old ones; collections then take 10 ms instead of 0.2.
 * Not to be called before every thread and module is loaded: what V8 has compiled and kept only counts under the flags that
 * it was compiled with.
 */
export function stopPretenuring(): void {
	setFlagsFromString("--no-allocation-site-pretenuring");
}
