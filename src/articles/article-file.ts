/** One file of the folder as listed, unread. */
export interface ListedFile {
	/** Path from the folder of articles, with `/`, NFC. */
	readonly path: string;
	readonly sizeInBytes: number;
	/** Changes when the file does (a modification time, a hash); compared, never shown. */
	readonly version: string;
}

/** One file of the folder with its bytes, unchecked. */
export interface ArticleFile {
	readonly path: string;
	readonly bytes: Uint8Array;
	/** Text of the `.meta` file beside it. */
	readonly sidecar?: string;
}
