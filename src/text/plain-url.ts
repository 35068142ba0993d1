/**
 * Whether an address is an absolute one of the web that the URL Standard gives back as it is: a host of letters that is
 * neither a number nor Punycode, no port, no dots alone between slashes, nothing to encode. Most links are such addresses.
 */
export function isPlainUrl(address: string): boolean {
	return plainUrl.test(address);
}

/** A host's part has no two hyphens in a row, so that none begins with `xn--`; the last begins with a letter. */
const plainUrl =
	/^https?:\/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)*[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\/(?:[\w~-][\w.~-]*)?)+(?:\?[\w./~=&-]*)?(?:#[\w./~-]*)?$/;
