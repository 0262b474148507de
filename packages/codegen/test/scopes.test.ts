import { expect, test } from "vitest";
import { emit } from "./emit.ts";

const main = `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) namespace Demo;
model M { at: string; }
@route("/a") op first(): M;
@route("/b") op second(): void;
@route("/c") op third(): void;
`;

const customizations = `import "./main.tsp";
import "@azure-tools/typespec-client-generator-core";
using Azure.ClientGenerator.Core;
@@clientName(Demo.M, "MJs", "javascript");
@@clientName(Demo.M, "MPy", "python");
@@scope(Demo.second, "javascript");
@@scope(Demo.third, "!javascript");
@@alternateType(Demo.M.at, utcDateTime, "javascript");
`;

test("applies customizations for javascript, but not those for other languages", async () => {
  const { files, errors } = await emit({ "main.tsp": main, "client.tsp": customizations });
  expect(errors).toEqual([]);
  expect(files.get("models.ts")).toContain("export interface MJs {\n  at: Date;\n}");
  expect(
    [...files.get("operations/demo.ts")!.matchAll(/function (\w+)/g)].map(([, n]) => n),
  ).toEqual(["first", "second"]);
});
