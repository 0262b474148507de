import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readRequest, Refusal } from "./request.ts";

const newest = join(import.meta.dirname, "../../../specs/chat/openapi/2025-03-15.json");

let root: string;
const write = async (path: string, text: string) => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@localhost", ...args], {
    cwd: root,
  });
const read = (...args: string[]) => readRequest(args, root, root);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "request-"));
  await write("specs/chat/openapi/2025-03-15.json", await readFile(newest, "utf8"));
  await write("node_modules/.bin/tsc", "");
  await write("packages/codegen/dist/index.js", "");
  await write(".gitignore", "new/\nnode_modules\ndist\n");
  await write(
    "new/2026-01-15.json",
    (await readFile(newest, "utf8")).replace('"version": "2025-03-15"', '"version": "2026-01-15"'),
  );
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "All");
});
afterEach(() => rm(root, { recursive: true }));

test("accepts a version with an OpenAPI document", async () => {
  expect(await read("2026-01-15", "--spec", "new/2026-01-15.json")).toMatchObject({
    version: "2026-01-15",
    specification: { kind: "openapi", read: { contract: { info: { version: "2026-01-15" } } } },
    known: ["2025-03-15"],
    dryRun: false,
  });
});

test("returns no request for --help", async () => {
  expect(await read("--help")).toBeUndefined();
});

test.for<[string, string[], RegExp]>([
  ["a request without a version", ["--spec", "new/2026-01-15.json"], /one API version is required/],
  ["an invalid version", ["v2", "--spec", "x.json"], /"v2" is not an API version: write it as/],
  ["a request without a specification", ["2026-01-15"], /--spec <file or folder>/],
  ["an unknown option", ["2026-01-15", "--force"], /--force.*see --help/],
  [
    "an existing version",
    ["2025-03-15", "--spec", "new/2026-01-15.json"],
    /2025-03-15 already exists/,
  ],
  [
    "a missing file",
    ["2026-01-15", "--spec", "gone.json"],
    /gone\.json: There is no such file or folder, or it cannot be read\. Check the path\./,
  ],
  [
    "a file that is not a specification",
    ["2026-01-15", "--spec", ".gitignore"],
    /\.gitignore: This is not an OpenAPI document: .*\. Pass a file/,
  ],
  [
    "a document of another version",
    ["2027-01-15", "--spec", "new/2026-01-15.json"],
    /describes API version 2026-01-15, not 2027-01-15/,
  ],
  [
    "a folder without TypeSpec",
    ["2026-01-15", "--spec", "new"],
    /has no main\.tsp and no client\.tsp/,
  ],
])("refuses %s in one line that says what to do", async ([, args, reason]) => {
  const error = await read(...args).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  expect((error as Refusal).message).toMatch(reason);
  expect((error as Refusal).message).not.toContain("\n");
});

test("refuses a document that is malformed or not valid OpenAPI", async () => {
  await write("new/broken.json", "{");
  await expect(read("2026-01-15", "--spec", "new/broken.json")).rejects.toThrow(
    /broken\.json: Line 2, column 1: .* Correct the JSON or YAML\./,
  );
  await write("new/other.json", '{"openapi": "3.1.0"}');
  await expect(read("2026-01-15", "--spec", "new/other.json")).rejects.toThrow(Refusal);
});

test("refuses uncommitted changes, except in a dry run", async () => {
  await write("notes.txt", "mine");
  const args = ["2026-01-15", "--spec", "new/2026-01-15.json"];
  await expect(read(...args)).rejects.toThrow(/1 uncommitted change\(s\), the first in notes\.txt/);
  expect(await read(...args, "--dry-run")).toMatchObject({ dryRun: true });
});

test("names a missing tool and the command that installs it", async () => {
  await rm(join(root, "node_modules"), { recursive: true });
  await expect(read("2026-01-15", "--spec", "new/2026-01-15.json")).rejects.toThrow(
    "node_modules/.bin/tsc is missing: run `pnpm install` first",
  );
});
