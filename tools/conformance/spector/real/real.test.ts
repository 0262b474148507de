import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findProjects } from "./projects.ts";
import { report, type Verdict } from "./report.ts";

test("finds folders with a main.tsp or client.tsp, prefers client.tsp, and finds OpenAPI documents", async () => {
  const folder = await mkdtemp(join(tmpdir(), "real-"));
  try {
    for (const path of ["b/main.tsp", "a/main.tsp", "a/client.tsp", "node_modules/x/main.tsp"]) {
      await mkdir(join(folder, path, ".."), { recursive: true });
      await writeFile(join(folder, path), "");
    }
    await writeFile(join(folder, "a/other.json"), "{}");
    await writeFile(join(folder, "c.json"), '{"info":{},"openapi":"3.0.0"}'.replace(",", ",\n"));
    await writeFile(join(folder, "d.yaml"), 'info: {}\nswagger: "2.0"\n');
    expect(findProjects(folder)).toEqual([
      { name: "a", kind: "typespec", entry: join(folder, "a/client.tsp") },
      { name: "b", kind: "typespec", entry: join(folder, "b/main.tsp") },
      { name: "c.json", kind: "openapi", entry: join(folder, "c.json") },
      { name: "d.yaml", kind: "openapi", entry: join(folder, "d.yaml") },
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

function verdict(name: string, kind: Verdict["kind"], reason = ""): Verdict {
  const codes = kind === "refused" ? { codes: [reason.split(":")[0] ?? ""] } : {};
  return { name, kind, reason, bare: 100, emitting: 130, ...codes };
}

test("counts each kind, and takes percentages of the services that compile", () => {
  const lines = report([
    verdict("crash", "crashed", "TypeError"),
    verdict("two", "refused", "unsupported-type: no"),
    { ...verdict("one", "ok"), emitting: 200 },
    verdict("three", "not compiling"),
    verdict("four", "refused", "unsupported-type: no"),
  ]);
  expect(lines.join("\n")).toBe(`refused            two
                   unsupported-type: no
refused            four
                   unsupported-type: no
crashed            crash
                   TypeError

ok                     1  25.0 %
refused                2  50.0 %
                       2  unsupported-type
not type-checking      0  0.0 %
not loading            0  0.0 %
crashed                1  25.0 %
no service             0
not compiling          1

   compiling  with output  ratio  slowest
      100 ms       200 ms   2.00  one
      100 ms       130 ms   1.30  crash
      100 ms       130 ms   1.30  two
      100 ms       130 ms   1.30  four

1 of 4 services are ok (25.0 %); compiling 400 ms, with output 590 ms, ratio 1.48`);
});
