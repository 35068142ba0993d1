/**
 * Whether a path stands in every URL as it is: segments of unreserved characters (RFC 3986 §2.3), of which none begins
 * with a dot, so that nothing is to be decoded, encoded or resolved. Most addresses are such paths.
 */
export function isPlainPath(path: string): boolean {
	return plainPath.test(path);
}

const plainPath = /^(?:\/[\w~-][\w.~-]*)+\/?$/;
