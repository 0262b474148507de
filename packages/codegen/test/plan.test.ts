import { createSdkContext } from "@azure-tools/typespec-client-generator-core";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { planPackage } from "../src/plan/package.ts";
import type { PackagePlan } from "../src/plan/types.ts";
import { compileSpec, withFolder } from "./emit.ts";

const spec = `
import "@typespec/http";
using Http;

@service
namespace Pets;

/** A pet. */
model Pet {
  name: string;
  bornOn?: utcDateTime;
}

model Pets {
  @pageItems value: Pet[];
  @nextLink nextLink?: url;
}

/** Lists pets. */
@list @get op list(@query top?: int32): Pets;
`;

/** Plans a spec without writing it. */
async function plan(source: string): Promise<PackagePlan> {
  return withFolder(async (folder) => {
    const main = join(folder, "main.tsp");
    await writeFile(main, source);
    const program = await compileSpec(main);
    const timer = { end: () => 0 };
    const sdk = await createSdkContext<Record<string, unknown>>(
      {
        program,
        emitterOutputDir: folder,
        options: {},
        perf: {
          startTimer: () => timer,
          time: (_label, callback) => callback(),
          timeAsync: (_label, callback) => callback(),
          report: () => {},
        },
      },
      "@acs-chat/codegen",
      { flattenUnionAsEnum: true },
    );
    return planPackage(program, sdk, { reservedNames: [] });
  });
}

test("returns plain data that can be serialized as JSON", async () => {
  const result = await plan(spec);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  expect(result).toMatchSnapshot();
});
