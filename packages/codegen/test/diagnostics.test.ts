import { expect, test } from "vitest";
import { $lib, type CodegenOptions } from "../src/index.ts";
import { emit } from "./emit.ts";

const service = (body: string, attributes = "") => `import "@typespec/http";
import "@azure-tools/typespec-client-generator-core";
using Http;
using Azure.ClientGenerator.Core;
${attributes}
@service
namespace Pets;
${body}
`;

/** A spec for each diagnostic of the emitter, with the expected place. */
const cases: Record<
  string,
  { readonly source: string; readonly at: string; readonly options?: CodegenOptions }
> = {
  "no-client": { source: `model Nothing {}`, at: "nowhere" },
  "unknown-group": {
    source: service(`op get(): void;`),
    at: "nowhere",
    options: { groups: ["Cats"] },
  },
  "unknown-api-version": {
    source: service(`op get(): void;`),
    at: "nowhere",
    options: { "api-version": "2020-01-01" },
  },
  "changed-between-versions": {
    source: `import "@typespec/http";
import "@typespec/versioning";
using Http;
using Versioning;
@service @versioned(Versions) namespace Pets;
enum Versions { v1: "1", v2: "2" }
op get(): {
  @header @renamedFrom(Versions.v2, "old") etag: string;
};
`,
    at: "main.tsp:8:44",
    options: { "api-version": "all" },
  },
  "unsupported-operation": {
    source: service(
      `model Page {\n  @pageItems items: string[];\n}\n@list op get(): Page | { @statusCode _: 202; @body b: { a: string } };`,
    ),
    at: "main.tsp:11:10",
  },
  "unsupported-service": {
    source: service(`model Nest is Nest[];\nop get(): Nest;`),
    at: "main.tsp:8:7",
  },
  "unsupported-encoding": {
    source: service(`model Pet {\n  @encode("base32", string) picture: bytes;\n}\nop get(): Pet;`),
    at: "main.tsp:9:29",
  },
  "unsupported-content-type": {
    source: service(
      `model Pet {\n  name: string;\n}\nop put(@header contentType: "application/yaml", @body pet: Pet): void;`,
    ),
    at: "main.tsp:11:55",
  },
  "unparsed-response": {
    source: service(
      `op get(): { @header contentType: "application/yaml", @body pet: { name: string } };`,
    ),
    at: "main.tsp:8:4",
  },
  "unsupported-type": {
    source: service(`model Pet {}\nop get(@header pet: Pet): void;`),
    at: "main.tsp:9:16",
  },
  "mixed-response-formats": {
    source: `import "@typespec/http/streams";\n${service(
      `model Line { b: string; }\nop get(): TypeSpec.Http.Streams.JsonlStream<Line> | { @statusCode _: 202; @body n: Line };`,
    )}`,
    at: "main.tsp:10:4",
  },
};

test.each(Object.entries(cases))("reports %s at its place in the spec", async (code, entry) => {
  const { diagnostics, files } = await emit(entry.source, entry.options);
  expect(diagnostics).toContain(`@acs-chat/codegen/${code} at ${entry.at}`);
  // A package is written in spite of warnings.
  expect(files.size === 0).toBe(diagnosticOf(code).severity === "error");
});

function diagnosticOf(code: string): { readonly severity: string } {
  return $lib.diagnostics[code as keyof typeof $lib.diagnostics];
}

test("has a case for every diagnostic of the library", () => {
  const tested = [...Object.keys(cases), "foreign-file"];
  expect(tested.toSorted()).toEqual(Object.keys($lib.diagnostics).toSorted());
});

test("reports a file in the output folder that it did not write, and leaves it", async () => {
  const sources = { "main.tsp": service(`op get(): void;`), "out/index.ts": "mine" };
  const { diagnostics, files } = await emit(sources);
  expect(diagnostics).toEqual(["@acs-chat/codegen/foreign-file at nowhere"]);
  expect([...files]).toEqual([["index.ts", "mine"]]);
});

test("reports the compiler's diagnostics for an invalid spec, and writes nothing", async () => {
  const { diagnostics, files } = await emit(service(`op get(): Nothing;`));
  expect(diagnostics).toEqual(["invalid-ref at main.tsp:8:11"]);
  expect(files.size).toBe(0);
});
