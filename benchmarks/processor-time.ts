import { readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second (`sysconf(_SC_CLK_TCK)`). */
const ticksPerSecond = 100;

/** The processor time that a process has taken so far, of all its threads, in seconds: user and system. */
export function processorTimeOf(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
	// The name, in parentheses, may hold spaces; `utime` and `stime` are the 14th and 15th fields (proc(5)).
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
