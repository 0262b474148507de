import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** Returns the files that would be published, according to the command that packs them. */
async function packedFiles(): Promise<string[]> {
  const { stdout } = await promisify(execFile)("pnpm", ["pack", "--dry-run", "--json"], {
    cwd: fileURLToPath(new URL("../", import.meta.url)),
  });
  const packed = JSON.parse(stdout) as { files: { path: string }[] };
  return packed.files.map(({ path }) => path);
}

it("is packed with its page, its specs and its command, and without tests", async () => {
  const files = await packedFiles();
  for (const path of [
    "dist/page/index.html",
    "dist/cli/main.js",
    "dist/index.js",
    "dist/openapi/chat/2025-03-15.json",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
  ]) {
    expect(files).toContain(path);
  }
  const page = files.filter((path) => path.startsWith("dist/page/"));
  for (const ending of [".js", ".css", ".svg"]) {
    expect(page.filter((path) => path.endsWith(ending))).toHaveLength(1);
  }
  expect(files.filter((path) => /\.test\.|^(?:test|build|api)\//.test(path))).toEqual([]);
});

it("names its entry for tools that do not read exports, such as TypeScript with module commonjs", async () => {
  const url = new URL("../package.json", import.meta.url);
  const { exports, main, types } = JSON.parse(await readFile(url, "utf8")) as {
    exports: { ".": { types: string; default: string } };
    main: string;
    types: string;
  };
  expect({ types, default: main }).toEqual(exports["."]);
});
