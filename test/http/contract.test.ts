import { createApp } from "../../src/http/app.ts";
import { describeContract } from "../contract/contract.ts";
import { nodeOptions, serveLocally } from "./local-server.ts";
import { createMemoryShelf } from "./memory-shelf.ts";

describeContract("createApp with a shelf that answers at once", () =>
	serveLocally(createApp(createMemoryShelf("at once"), nodeOptions())),
);

describeContract("createApp with a shelf that answers later", () =>
	serveLocally(createApp(createMemoryShelf("later"), nodeOptions())),
);
