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

/** The packages as they are, with a property more in the low-level one. */
const withProperty = (type: string, property: string): Faces => ({
  ...faces,
  rest: new Map(faces.rest).set(type, new Set([...(faces.rest.get(type) ?? []), property])),
});

test("nothing of the low-level package is out of reach, and the list is up to date", () => {
  expect(missing(faces, exceptions)).toEqual([]);
  expect(stale(faces, exceptions)).toEqual([]);
});

test("the faces hold what they should: this test cannot pass on nothing", () => {
  expect(faces.operations.size).toBeGreaterThanOrEqual(19);
  expect(faces.models.has("ChatMessage")).toBe(true);
  expect(faces.operations.get("sendChatMessage")).toMatch(
    /^packages\/rest\/src\/generated\/operations\/\w+\.ts:\d+$/,
  );
});

test("an operation that the client does not call is found, with its line", () => {
  const operations = new Map(faces.operations).set("listPolls", "packages/rest/src/x.ts:7");
  expect(missing({ ...faces, operations }, exceptions)).toMatchObject([
    { where: "packages/rest/src/x.ts:7", what: expect.stringContaining("calls listPolls") },
  ]);
});

test("a property that the client's type lacks is found", () => {
  const found = missing(withProperty("ChatMessage", "reactions"), exceptions);
  expect(found).toMatchObject([
    {
      where: expect.stringMatching(/^packages\/rest\/src\/generated\/models\.ts:\d+$/),
      what: "ChatMessage of packages/client does not have ChatMessage.reactions",
    },
  ]);
});

test("a property is looked for in all the types that show its model together", () => {
  const found = missing(withProperty("CreateChatThreadRequest", "color"), exceptions);
  expect(found).toMatchObject([{ what: expect.stringContaining("CreateChatThreadOptions") }]);
});

test("a model without a type of the client is found", () => {
  const models = new Set([...faces.models, "ChatPoll"]);
  const rest = new Map(faces.rest).set("ChatPoll", new Set(["id"]));
  expect(missing({ ...faces, models, rest }, exceptions)).toMatchObject([
    { what: "no type of packages/client shows ChatPoll" },
  ]);
});

test("entries that are about nothing, or about what can be reached, are stale", () => {
  const absent = { ...exceptions.absent, "ChatMessage.id": "A mistake.", Gone: "Was there once." };
  const properties = { ...exceptions.properties, "ChatMessage.gone": "ChatMessage.id" };
  expect(stale(faces, { ...exceptions, absent, properties }).map(({ what }) => what)).toEqual([
    "ChatMessage.gone is not part of the low-level package",
    "Gone is not part of the low-level package",
    "ChatMessage.id is listed as absent, but can be reached",
  ]);
});

test("packages that are not built are said to be built first", async () => {
  await using empty = await fixture({ [list]: exceptions });
  await expect(reachability.run(empty.root)).rejects.toThrow(NotReady);
  await expect(reachability.run(empty.root)).rejects.toThrow("run `pnpm build` first");
});
