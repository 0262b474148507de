import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findProjects } from "./projects.ts";
import { report, type Verdict } from "./report.ts";

test("finds each folder with a main.tsp or client.tsp, and prefers client.tsp", async () => {
  const folder = await mkdtemp(join(tmpdir(), "real-"));
  try {
    for (const path of ["b/main.tsp", "a/main.tsp", "a/client.tsp", "node_modules/x/main.tsp"]) {
      await mkdir(join(folder, path, ".."), { recursive: true });
      await writeFile(join(folder, path), "");
    }
    expect(findProjects(folder)).toEqual([
      { name: "a", entry: join(folder, "a/client.tsp") },
      { name: "b", entry: join(folder, "b/main.tsp") },
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

function verdict(name: string, kind: Verdict["kind"], reason = ""): Verdict {
  return { name, kind, reason, bare: 100, emitting: 130 };
}

test("counts each kind, and judges by the services that compile", () => {
  const lines = report([
    verdict("one", "ok"),
    verdict("two", "refused", "unsupported-type: no"),
    verdict("three", "not compiling"),
  ]);
  expect(lines[0]).toBe(`refused            two\n                   unsupported-type: no`);
  expect(lines).toContain("ok                    1");
  expect(lines.at(-1)).toBe(
    "1 of 2 services are ok (50.0 %); compiling 200 ms, with output 260 ms, ratio 1.30",
  );
});
