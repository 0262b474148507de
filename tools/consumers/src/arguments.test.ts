import { expect, it } from "vitest";
import { consumers, readArguments, UsageError } from "./arguments.ts";

it("selects all consumers if none is named, and named ones in the default order", () => {
  expect(readArguments([]).consumers).toEqual(consumers);
  expect(readArguments(["--", "samples", "hooks"]).consumers).toEqual(["hooks", "samples"]);
});

it("accepts a folder for the observations", () => {
  expect(readArguments(["--out", "seen"])).toMatchObject({ out: "seen", help: false });
});

it("rejects unknown consumers and options, and points to --help", () => {
  expect(() => readArguments(["web-chat"])).toThrow(UsageError);
  expect(() => readArguments(["web-chat"])).toThrow(
    'unknown consumer "web-chat"; the consumers are composite, hooks, bot-adapter, samples, types; see --help',
  );
});
