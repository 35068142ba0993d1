import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFileWriter } from "../../src/node/file-batch.ts";
import { type BatchPrinter, openOutputFolder } from "../../src/node/output-folder.ts";
import { makeFolder } from "../cli/run-cli.ts";

const modified = new Date("2026-03-14T09:26:53Z");
/** Sizes in bytes: many fit into one batch, two do not, one fits into none. */
/** Some fill a batch of a megabyte together, one is larger. */
const sizes = [0, 1, 1000, 450_000, 750_000, 7, 3_000_000, 20_000, 999_999];

function contentOf(size: number): { sizeInBytes: number; copyTo(target: Uint8Array): void } {
	return {
		sizeInBytes: size,
		copyTo(target) {
			for (let index = 0; index < size; index++) target[index] = (size + index) % 251;
		},
	};
}

/** Writes a file of each size; gives the folder that they were written into. */
async function writeAll(print?: BatchPrinter): Promise<string> {
	const out = join(await makeFolder(), "out");
	const output = openOutputFolder(out, `${out}-former`, print);
	for (const size of sizes) await output.write(`/sized/${size}.bin`, contentOf(size), modified);
	await output.finish();
	return out;
}

function expectAll(out: string): void {
	expect(readdirSync(join(out, "sized")).sort()).toEqual(sizes.map((size) => `${size}.bin`).sort());
	for (const size of sizes) {
		const file = join(out, `sized/${size}.bin`);
		const expected = new Uint8Array(size);
		contentOf(size).copyTo(expected);
		expect(readFileSync(file).equals(expected), `${size} bytes`).toBe(true);
		expect(statSync(file).mtime).toEqual(modified);
	}
}

/** What the other thread does with a batch, some time later. */
async function printLater(batch: Parameters<BatchPrinter>[0]): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 5));
	createFileWriter().write(batch);
}

describe("createFileWriter", () => {
	it("writes a text in parts as it is, however small its buffer, and with any characters", async () => {
		const folder = await makeFolder();
		const writer = createFileWriter();
		const parts = fc.array(fc.string({ unit: "binary" }));
		fc.assert(
			fc.property(parts, fc.integer({ min: 4, max: 12 }), (texts, size) => {
				writer.writeText({ folder, path: "/text", parts: texts }, new Uint8Array(size));
				expect(readFileSync(join(folder, "text"), "utf8")).toBe(texts.join(""));
			}),
		);
	});
});

describe("openOutputFolder", () => {
	it("writes a text between other files, before them or after", async () => {
		const out = join(await makeFolder(), "out");
		const output = openOutputFolder(out, `${out}-former`, printLater);
		for (const size of sizes) {
			await output.write(`/sized/${size}.bin`, contentOf(size), modified);
			output.writeText(`/text/${size}.txt`, ["ü".repeat(size), "."]);
		}
		await output.finish();
		expectAll(out);
		for (const size of sizes)
			expect(readFileSync(join(out, `text/${size}.txt`), "utf8")).toBe(`${"ü".repeat(size)}.`);
	});

	it("writes every file, with its time, without another thread", async () => {
		expectAll(await writeAll());
	});

	it("writes the same where another thread writes, some time later", async () => {
		expectAll(await writeAll(printLater));
	});

	it("writes here what another thread could not write, so that its errors are told", async () => {
		let asked = 0;
		const print: BatchPrinter = async (batch) => {
			asked += 1;
			if (asked % 2 === 1) throw new Error("The thread has ended.");
			await printLater(batch);
		};
		expectAll(await writeAll(print));
		expect(asked).toBeGreaterThan(1);
	});

	it("tells the system's error where a file cannot be written", async () => {
		const out = join(await makeFolder(), "out");
		const output = openOutputFolder(out, `${out}-former`, printLater);
		await output.write("/taken", contentOf(1));
		await output.write("/taken/below", contentOf(1));
		await expect(output.finish()).rejects.toThrow(/EEXIST|ENOTDIR/);
	});

	it("lets no file out of the folder", async () => {
		const out = join(await makeFolder(), "out");
		const output = openOutputFolder(out, `${out}-former`);
		await output.write("/../beside", contentOf(1));
		await expect(output.finish()).rejects.toThrow("leads out of the output folder");
	});

	it("leaves nobody writing when it is abandoned", async () => {
		const out = join(await makeFolder(), "out");
		let writing = 0;
		const output = openOutputFolder(out, `${out}-former`, async (batch) => {
			writing += 1;
			await printLater(batch);
			writing -= 1;
		});
		for (const size of sizes) await output.write(`/sized/${size}.bin`, contentOf(size));
		expect(writing).toBeGreaterThan(0);
		await output.abandon();
		expect(writing).toBe(0);
	});
});
