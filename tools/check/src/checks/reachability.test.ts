import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { NotReady } from "../check.ts";
import { fixture } from "../fixture.ts";
import { type Faces, readFaces } from "../public-types.ts";
import { type Exceptions, missing, reachability, stale } from "./reachability.ts";

const repository = join(import.meta.dirname, "../../../..");
const list = "tools/check/data/reachability.json";

let faces: Faces;
let exceptions: Exceptions;
beforeAll(async () => {
  faces = await readFaces(repository);
  exceptions = JSON.parse(await readFile(join(repository, list), "utf8")) as Exceptions;
});

/** The repository's packages, with an additional property in the low-level one. */
const withProperty = (type: string, property: string): Faces => ({
  ...faces,
  rest: new Map(faces.rest).set(type, new Set([...(faces.rest.get(type) ?? []), property])),
});

test("reports nothing for the repository's packages and exceptions", () => {
  expect(missing(faces, exceptions)).toEqual([]);
  expect(stale(faces, exceptions)).toEqual([]);
});

test("reads the operations and types of both packages", () => {
  expect(faces.operations.size).toBeGreaterThanOrEqual(19);
  expect(faces.models.has("ChatMessage")).toBe(true);
  expect(faces.operations.get("sendChatMessage")).toMatch(
    /^packages\/rest\/src\/generated\/operations\/\w+\.ts:\d+$/,
  );
});

test("reports an operation that the client does not call, with its line", () => {
  const operations = new Map(faces.operations).set("listPolls", "packages/rest/src/x.ts:7");
  expect(missing({ ...faces, operations }, exceptions)).toMatchObject([
    { where: "packages/rest/src/x.ts:7", what: expect.stringContaining("calls listPolls") },
  ]);
});

test("reports a property that the client's type does not have", () => {
  const found = missing(withProperty("ChatMessage", "reactions"), exceptions);
  expect(found).toMatchObject([
    {
      where: expect.stringMatching(/^packages\/rest\/src\/generated\/models\.ts:\d+$/),
      what: "ChatMessage of packages/client does not have ChatMessage.reactions",
    },
  ]);
});

test("looks for a property in every client type that corresponds to its model", () => {
  const found = missing(withProperty("CreateChatThreadRequest", "color"), exceptions);
  expect(found).toMatchObject([{ what: expect.stringContaining("CreateChatThreadOptions") }]);
});

test("reports a model that no client type corresponds to", () => {
  const models = new Set([...faces.models, "ChatPoll"]);
  const rest = new Map(faces.rest).set("ChatPoll", new Set(["id"]));
  expect(missing({ ...faces, models, rest }, exceptions)).toMatchObject([
    { what: "no type of packages/client corresponds to ChatPoll" },
  ]);
});

test("reports exceptions that do not exist or are reachable", () => {
  const absent = { ...exceptions.absent, "ChatMessage.id": "A mistake.", Gone: "Was there once." };
  const properties = { ...exceptions.properties, "ChatMessage.gone": "ChatMessage.id" };
  expect(stale(faces, { ...exceptions, absent, properties }).map(({ what }) => what)).toEqual([
    "ChatMessage.gone is not part of the low-level package",
    "Gone is not part of the low-level package",
    "ChatMessage.id is listed as absent, but can be reached",
  ]);
});

test("asks to build packages that are not built", async () => {
  await using empty = await fixture({ [list]: exceptions });
  await expect(reachability.run(empty.root)).rejects.toThrow(NotReady);
  await expect(reachability.run(empty.root)).rejects.toThrow("run `pnpm build` first");
});
