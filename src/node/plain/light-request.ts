import type { HeaderReader } from "../../http/conditional.ts";
import { listFields, type PlainRequest, readField } from "./parse-request.ts";

/**
 * What a plain request is to an app: a `Request` as far as anybody asks for it. Making a whole one costs more than
 * everything else that is done for an answer.
 */
export class LightRequest {
	readonly method = "GET";
	/** Its host is not the client's: no answer depends on that one, and nothing that it could be may break a URL. */
	readonly url: string;
	readonly #plain: PlainRequest;
	#headers: Headers | undefined;

	constructor(plain: PlainRequest) {
		this.url = `http://localhost${plain.target}`;
		this.#plain = plain;
	}

	/** Reads a header without a `Headers`. */
	get readHeader(): HeaderReader {
		return (name) => {
			const value = readField(this.#plain, name);
			return value === undefined ? this.headers.get(name) : value;
		};
	}

	get headers(): Headers {
		this.#headers ??= new Headers(listFields(this.#plain));
		return this.#headers;
	}
}

Object.setPrototypeOf(LightRequest.prototype, Request.prototype);
