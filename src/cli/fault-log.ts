import { type Fault, renderFault } from "../faults/fault.ts";
import type { Io } from "./io.ts";

/** Reports faults to standard error, each once for as long as it lasts; drafts and the like are the author's own business. */
export function createFaultLog(io: Io): (faults: readonly Fault[]) => void {
	let told = new Set<string>();
	return (faults) => {
		const lines = new Set(faults.map(renderFault));
		for (const line of lines) if (!told.has(line)) io.report(line);
		told = lines;
	};
}
