import { describeContract } from "./contract.ts";
import { startNode } from "./servers.ts";

describeContract("Broadsheet on Node", () => startNode("https://example.org"));
describeContract("Broadsheet on Node, below a path", () => startNode("https://example.org/blog"));
describeContract(
	"Broadsheet on Node, over connections that stay open",
	() => startNode("https://example.org"),
	"staying",
);
