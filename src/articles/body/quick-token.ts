import type { Token } from "markdown-it";

export type Nesting = Token["nesting"];
type Attribute = NonNullable<Token["attrs"]>[number];

/** A token of markdown-it; its own class sets each field by a function for old engines, a third of all parsing. */
export class QuickToken implements Token {
	type: string;
	tag: string;
	attrs: Token["attrs"] = null;
	map: Token["map"] = null;
	nesting: Nesting;
	level = 0;
	children: Token["children"] = null;
	content = "";
	markup = "";
	info = "";
	meta: Token["meta"] = null;
	block = false;
	hidden = false;

	constructor(type: string, tag: string, nesting: Nesting) {
		this.type = type;
		this.tag = tag;
		this.nesting = nesting;
	}

	attrIndex(name: string): number {
		return this.attrs?.findIndex(([known]) => known === name) ?? -1;
	}

	attrPush(attribute: Attribute): void {
		if (this.attrs) this.attrs.push(attribute);
		else this.attrs = [attribute];
	}

	attrSet(name: string, value: string | number): void {
		const known = this.attrs?.find((attribute) => attribute[0] === name);
		if (known) known[1] = value;
		else this.attrPush([name, value]);
	}

	attrGet(name: string): string | number | null {
		return this.attrs?.find(([known]) => known === name)?.[1] ?? null;
	}

	attrJoin(name: string, value: string | number): void {
		const known = this.attrGet(name);
		this.attrSet(name, known === null ? value : `${known} ${value}`);
	}
}
