import type { RenderedResponse } from "./render-response.ts";

/** An answer as it goes over the connection, in one piece. */
export interface Repeat {
	readonly bytes: Uint8Array;
	readonly hasBody: boolean;
}

/** What a repeat was put together from. */
interface Piece extends Repeat {
	readonly head: string;
	readonly body: RenderedResponse["body"];
}

/** Answers that are being given over and over, by the text of the request. */
export interface Repeats {
	/** What was answered to the same text in this second, where nothing has changed since. */
	find(text: string): Repeat | undefined;
	/**
	 * Keeps an answer to be given again, in the turn in which it was made. Only what has been answered with the same headers
	 * before is kept: documents have theirs for a second, while a refusal, a redirect or what is about to change by schedule
	 * has them anew each time.
	 */
	keep(text: string, response: RenderedResponse): void;
	/** To be called at once where anything that is served may be another. */
	forget(): void;
}

/** In characters: a few headers. What few others ask for in the same way is longer. */
const longestText = 1024;
/** At a time. Applications have one text for each of their versions and for each feed. */
const mostTexts = 512;
/**
 * In bytes. To send what is larger takes so long that nothing is gained, and each client that does not read may hold
 * such a copy.
 */
const largestPiece = 64 * 1024;
/** What is copied in a second, in bytes: some milliseconds of work. It stays until the first request of another second. */
const mostBytes = 16 * 1024 * 1024;

/**
 * Repeats what is asked for in the same words within the second in which headers stay the same. A feed's readers are a few
 * applications in many copies: under load they send the same bytes, and then an answer costs little more than to read and to
 * send it. `clock` is the one that headers are made by.
 */
export function createRepeats(clock: () => Date): Repeats {
	let second = Number.NaN;
	let copied = 0;
	const texts = new Map<string, Repeat>();
	/** By headers: what several texts ask for is copied once. */
	const pieces = new Map<RenderedResponse["headers"], Piece>();

	function forget(): void {
		texts.clear();
		pieces.clear();
	}

	function turnTo(now: Date): void {
		const turned = Math.floor(now.getTime() / 1000);
		if (turned === second) return;
		second = turned;
		copied = 0;
		forget();
	}

	function join(response: RenderedResponse): Repeat | undefined {
		const { head, headers, body } = response;
		const known = pieces.get(headers);
		if (known?.head === head && known.body === body) return known;
		if (typeof body === "string") return undefined;
		const sizeInBytes = head.length + (body?.byteLength ?? 0);
		if (sizeInBytes > largestPiece || copied + sizeInBytes > mostBytes) return undefined;
		copied += sizeInBytes;
		const bytes = Buffer.allocUnsafeSlow(sizeInBytes);
		bytes.write(head, "latin1");
		if (body !== null) bytes.set(body, head.length);
		const piece = { bytes, hasBody: body !== null, head, body };
		pieces.set(headers, piece);
		return piece;
	}

	return {
		find(text) {
			turnTo(clock());
			return texts.get(text);
		},
		keep(text, response) {
			if (!response.isSentAgain || text.length > longestText || texts.size >= mostTexts) return;
			const repeat = join(response);
			if (repeat) texts.set(text, repeat);
		},
		forget,
	};
}
