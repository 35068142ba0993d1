import { describeContract } from "./contract.ts";
import { startWorkerd } from "./servers.ts";

describeContract("Broadsheet in workerd", () => startWorkerd("https://example.org"));
describeContract("Broadsheet in workerd, below a path", () =>
	startWorkerd("https://example.org/blog"),
);
