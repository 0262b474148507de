import { expect, it } from "vitest";
import { consumers, readArguments, UsageError } from "./arguments.ts";

it("runs all consumers when none is named, and named ones in their own order", () => {
  expect(readArguments([]).consumers).toEqual(consumers);
  expect(readArguments(["--", "samples", "hooks"]).consumers).toEqual(["hooks", "samples"]);
});

it("takes a folder for what was observed", () => {
  expect(readArguments(["--out", "seen"])).toMatchObject({ out: "seen", help: false });
});

it("names what it does not know, and where to look", () => {
  expect(() => readArguments(["web-chat"])).toThrow(UsageError);
  expect(() => readArguments(["web-chat"])).toThrow(
    'there is no consumer "web-chat"; they are composite, hooks, bot-adapter, samples, types; see --help',
  );
});
