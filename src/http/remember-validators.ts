import type { Memory } from "../publication/memory.ts";
import type { Validators } from "./prepare-document.ts";

/** What an address was last served with, as far as is remembered. */
export function recallValidators(memory: Memory, address: string): Validators | undefined {
	const record = memory.validators.get(address);
	return record && { etag: record.etag, lastModified: new Date(record.lastModified) };
}

/** Notes what an address is served with, if that is new. */
export function rememberValidators(memory: Memory, address: string, validators: Validators): void {
	const { etag, lastModified } = validators;
	if (memory.validators.get(address)?.etag === etag) return;
	memory.validators.set(address, { etag, lastModified: lastModified.getTime() });
}
