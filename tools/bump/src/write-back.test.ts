import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changesBetween, writeBack } from "./write-back.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "write-"));
});
afterEach(() => rm(root, { recursive: true }));

const text = (content: string) => Buffer.from(content);
const read = (path: string) => readFile(join(root, path), "utf8").catch(() => undefined);

test("lists new, changed and removed files, but not equal ones", () => {
  const old = new Map([
    ["same", text("1")],
    ["changed", text("1")],
    ["removed", text("1")],
  ]);
  const now = new Map([
    ["same", text("1")],
    ["changed", text("2")],
    ["new", text("3")],
  ]);
  expect(changesBetween(old, now)).toEqual([
    { path: "changed", before: text("1"), after: text("2") },
    { path: "new", before: undefined, after: text("3") },
    { path: "removed", before: text("1"), after: undefined },
  ]);
});

test("writes changes, including those in new folders", async () => {
  await writeFile(join(root, "removed"), "1");
  await writeBack(root, [
    { path: "folder/new", before: undefined, after: text("3") },
    { path: "removed", before: text("1"), after: undefined },
  ]);
  expect(await read("folder/new")).toBe("3");
  expect(await read("removed")).toBeUndefined();
});

test("undoes earlier changes when one fails", async () => {
  await writeFile(join(root, "changed"), "1");
  await writeFile(join(root, "removed"), "1");
  const failing = writeBack(root, [
    { path: "changed", before: text("1"), after: text("2") },
    { path: "new", before: undefined, after: text("3") },
    { path: "removed", before: text("1"), after: undefined },
    // The parent folder is a file, so this write fails.
    { path: "changed/inside", before: undefined, after: text("4") },
  ]);
  await expect(failing).rejects.toThrow(/EEXIST|ENOTDIR/);
  expect(await read("changed")).toBe("1");
  expect(await read("new")).toBeUndefined();
  expect(await read("removed")).toBe("1");
});
