import { readOpenApi } from "@acs-chat/codegen/contract";
import { expect, test } from "vitest";
import { adopt } from "./adopt.ts";

const sources = new Map([
  ["main.tsp", 'import "./toys.tsp";\n'],
  [
    "client.tsp",
    'import "./main.tsp";\n@@clientLocation(ToyOperations.list, Toys, "!autorest");\n',
  ],
  [
    "versions.tsp",
    'namespace Toys;\n\nenum Versions {\n  /** The first. */\n  v2025_01_01: "2025-01-01",\n}\n',
  ],
  [
    "toys.tsp",
    `namespace Toys;

@error
model Problem {
  code: string;
}

alias DeclaredErrors = Problem;

/** A toy. */
model Toy {
  /** Its name. */
  name: string;

  /** Its color. */
  color?: Color;
}

/** Colors. */
union Color {
  string,

  /** Red. */
  red: "red",
}

/** What is done with toys. */
@route("/toys")
interface ToyOperations {
  /** Lists them. */
  @get
  list(): Toy | DeclaredErrors;
}
`,
  ],
]);

type Json = Record<string, unknown>;

/** Returns a contract with one operation and the given definitions. */
const contract = (version: string, definitions: Json, paths: Json = {}) =>
  readOpenApi(`/${version}.json`, {
    content: {
      swagger: "2.0",
      info: { title: "Toys", version },
      produces: ["application/json"],
      consumes: ["application/json"],
      paths: { "/toys": { get: operation("ToyOperations_List", "Toy") }, ...paths },
      definitions: { Problem: problem, ...definitions },
    },
  }).contract;
const problem = {
  type: "object",
  properties: { code: { type: "string" } },
  required: ["code"],
};
const operation = (operationId: string, model: string, more: Json = {}) => ({
  operationId,
  description: "Does it.",
  parameters: [],
  responses: {
    "200": { description: "Done.", schema: { $ref: `#/definitions/${model}` } },
    default: { description: "Failed.", schema: { $ref: "#/definitions/Problem" } },
  },
  ...more,
});
const color = (...values: string[]) => ({
  type: "string",
  description: "Colors.",
  enum: values,
  "x-ms-enum": {
    name: "Color",
    modelAsString: true,
    values: values.map((value) => ({ name: value, value, description: `${value}!` })),
  },
});
const toy = (properties: Json) => ({
  type: "object",
  description: "A toy.",
  properties: { name: { type: "string", description: "Its name." }, ...properties },
  required: ["name"],
});
const hasColor = { color: { $ref: "#/definitions/Color", description: "Its color." } };
const before = contract("2025-01-01", { Toy: toy(hasColor), Color: color("red") });

/** The sources after the step to the definitions given, each in one line of text. */
async function after(definitions: Json, paths: Json = {}) {
  const adopted = await adopt(
    sources,
    "2026-01-01",
    before,
    contract("2026-01-01", definitions, paths),
  );
  return {
    renames: adopted.renames,
    obstacles: adopted.obstacles.map(({ place, what }) => `${place?.pointer} ${what}`),
    file: (name: string) => adopted.sources.get(name)?.replaceAll(/\s+/g, " ") ?? "",
  };
}

test("adds the version at the end", async () => {
  const { file } = await after({ Toy: toy(hasColor), Color: color("red") });
  expect(file("versions.tsp")).toContain(
    'v2025_01_01: "2025-01-01", /** 2026-01-01. */ v2026_01_01: "2026-01-01", }',
  );
  expect(file("toys.tsp")).toBe(sources.get("toys.tsp")!.replaceAll(/\s+/g, " "));
});

test("adds and removes values of an enumeration", async () => {
  const { file } = await after({ Toy: toy(hasColor), Color: color("blue") });
  expect(file("toys.tsp")).toContain('/** Red. */ @removed(Versions.v2026_01_01) red: "red",');
  expect(file("toys.tsp")).toContain('/** blue! */ @added(Versions.v2026_01_01) blue: "blue", }');
});

test("adds properties with type, limits and visibility, and removes properties", async () => {
  const { file, renames } = await after({
    Toy: toy({
      price: { type: "integer", format: "int32", minimum: 1, description: "Cents." },
      soldOn: { type: "string", format: "date-time", readOnly: true, description: "When." },
      tags: { type: "object", additionalProperties: { type: "string" }, description: "Tags." },
      parts: { type: "array", items: { $ref: "#/definitions/Toy" }, description: "Parts." },
    }),
  });
  const text = file("toys.tsp");
  expect(text).toContain("@removed(Versions.v2026_01_01) color?: Color;");
  expect(text).toContain("/** Cents. */ @added(Versions.v2026_01_01) @minValue(1) price?: int32;");
  expect(text).toContain(
    "@added(Versions.v2026_01_01) @visibility(Lifecycle.Read) soldOn?: utcDateTime;",
  );
  expect(text).toContain("tags?: Record<string>;");
  expect(text).toContain("parts?: Toy[];");
  expect(text).toContain("/** Colors. */ @removed(Versions.v2026_01_01) union Color {");
  expect(renames).toEqual([]);
});

test("treats a removed property as renamed if exactly one added property is alike", async () => {
  const label = { type: "string", description: "Its name." };
  const renamed = { ...toy(hasColor), required: ["label"] } as { properties: Json };
  renamed.properties = { label, ...hasColor };
  const one = await after({ Toy: renamed, Color: color("red") });
  expect(one.renames).toEqual([{ model: "Toy", from: "name", to: "label" }]);
  expect(one.file("toys.tsp")).toContain(
    '@renamedFrom(Versions.v2026_01_01, "name") label: string;',
  );
  const unclear = {
    ...renamed,
    properties: { label, title: label, ...hasColor },
    required: ["label", "title"],
  };
  const two = await after({ Toy: unclear, Color: color("red") });
  expect(two.renames).toEqual([]);
  expect(two.file("toys.tsp")).toContain("@removed(Versions.v2026_01_01) name: string;");
});

test("adds an operation to its interface, or to a new one if its route does not fit", async () => {
  const parameters = [
    { name: "toy-id", in: "path", required: true, type: "string", description: "Which." },
    { name: "x-color", in: "header", type: "string", description: "How." },
    {
      name: "body",
      in: "body",
      required: true,
      description: "What.",
      schema: { $ref: "#/definitions/Toy" },
    },
  ];
  const { file } = await after(
    { Toy: toy(hasColor), Color: color("red") },
    {
      "/toys/{toy-id}": { put: operation("ToyOperations_Replace", "Toy", { parameters }) },
      "/games": { get: operation("Games_List", "Toy") },
    },
  );
  expect(file("toys.tsp")).toContain(
    '/** Does it. */ @added(Versions.v2026_01_01) @returnsDoc("Done.") @route("/{toyId}") @put replace( /** Which. */ @path toyId: string, /** How. */ @header("x-color") xColor?: string, /** What. */ @body body: Toy, ): Toy | DeclaredErrors;',
  );
  expect(file("added-in-2026-01-01.tsp")).toContain(
    '@added(Versions.v2026_01_01) interface Games { /** Does it. */ @returnsDoc("Done.") @route("/games") @get list(): Toy | DeclaredErrors; }',
  );
  expect(file("main.tsp")).toContain('import "./added-in-2026-01-01.tsp";');
  expect(file("client.tsp")).toContain('@@clientLocation(Toys.Games.list, Toys, "!autorest");');
});

test("removes an operation together with the models that only it used", async () => {
  const gone = contract("2026-01-01", {}, { "/toys": {} });
  const { sources: now } = await adopt(sources, "2026-01-01", before, gone);
  const text = now.get("toys.tsp")!.replaceAll(/\s+/g, " ");
  expect(text).toContain("/** Lists them. */ @removed(Versions.v2026_01_01) @get list()");
  expect(text).toContain("/** A toy. */ @removed(Versions.v2026_01_01) model Toy {");
});

test("records the earlier type and requirement of a property", async () => {
  const { file } = await after({
    Toy: {
      ...toy({ color: { type: "array", items: { $ref: "#/definitions/Color" } } }),
      required: ["color"],
    },
    Color: color("red"),
  });
  expect(file("toys.tsp")).toContain("@madeOptional(Versions.v2026_01_01) name?: string;");
  expect(file("toys.tsp")).toContain(
    "@madeRequired(Versions.v2026_01_01) @typeChangedFrom(Versions.v2026_01_01, Color) color: Color[];",
  );
});

test("keeps the group's operation ids for an operation outside of its interface's route", async () => {
  const { file } = await after(
    { Toy: toy(hasColor), Color: color("red") },
    { "/games": { get: operation("ToyOperations_ListGames", "Toy") } },
  );
  expect(file("added-in-2026-01-01.tsp")).toContain(
    'interface ToyOperationsOf20260101 { /** Does it. */ @OpenAPI.operationId("ToyOperations_ListGames")',
  );
});

test("keeps an operation at its old path for older versions", async () => {
  const { file } = await after(
    { Toy: toy(hasColor), Color: color("red") },
    { "/toys": {}, "/toys/all": { get: operation("ToyOperations_List", "Toy") } },
  );
  expect(file("toys.tsp")).toContain(
    '@removed(Versions.v2026_01_01) @renamedFrom(Versions.v2026_01_01, "list") @get listBefore20260101()',
  );
  expect(file("toys.tsp")).toContain(
    '@added(Versions.v2026_01_01) @returnsDoc("Done.") @route("/all") @get list(): Toy | DeclaredErrors;',
  );
});

test("records the earlier return type of an operation", async () => {
  const { file } = await after(
    { Toy: toy(hasColor), Color: color("red") },
    { "/toys": { get: operation("ToyOperations_List", "Color") } },
  );
  expect(file("toys.tsp")).toContain(
    "@returnTypeChangedFrom(Versions.v2026_01_01, Toy | DeclaredErrors) @get list():",
  );
  expect(file("toys.tsp")).toContain("@body body: Color;");
});

test("reports a change that TypeSpec cannot make for one version, with its place", async () => {
  const definitions = { Toy: toy(hasColor), Color: color("red") };
  definitions.Toy.properties.name = { type: "string", maxLength: 5 } as never;
  const { file, obstacles } = await after(definitions);
  expect(file("toys.tsp")).toBe(sources.get("toys.tsp")!.replaceAll(/\s+/g, " "));
  expect(obstacles).toEqual([
    expect.stringMatching(
      /^\/definitions\/Toy\/properties\/name Toy\.name was "" and is "@maxLength\(5\)": TypeSpec cannot change this for one API version/,
    ),
  ]);
});

test("closes a union that no longer accepts other values", async () => {
  const closed = { type: "string", enum: ["red", "blue"], "x-ms-enum": { name: "Color" } };
  const { file, obstacles } = await after({ Toy: toy(hasColor), Color: closed });
  expect(file("toys.tsp")).toContain("union Color { @removed(Versions.v2026_01_01) string,");
  expect(obstacles).toEqual([]);
});

test("reports a type that becomes another kind of type", async () => {
  const { file, obstacles } = await after({ Toy: toy(hasColor), Color: { type: "string" } });
  expect(file("toys.tsp")).toBe(sources.get("toys.tsp")!.replaceAll(/\s+/g, " "));
  expect(obstacles).toEqual([
    expect.stringMatching(/^\/definitions\/Color Color was "union Color string" and is "scalar/),
  ]);
});

test("edits only lines that changed", async () => {
  const own = sources.get("toys.tsp")!.replace("  name: string;", "  name:   string;");
  const { sources: now } = await adopt(
    new Map([...sources, ["toys.tsp", own]]),
    "2026-01-01",
    before,
    contract("2026-01-01", { Toy: toy(hasColor), Color: color("red", "blue") }),
  );
  expect(now.get("toys.tsp")).toContain("  name:   string;");
  expect(now.get("toys.tsp")).toContain('  blue: "blue",\n}');
});
