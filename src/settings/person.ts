/** Somebody who wrote (Atom's Person construct, RFC 4287 §3.2), as settings and articles name them. */
export interface Person {
	readonly name: string;
	readonly email?: string;
	/** Absolute http(s) URL. */
	readonly url?: string;
}
