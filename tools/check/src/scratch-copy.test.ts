import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const program = `
  const { scratchCopy } = await import(process.argv[1]);
  const { root } = await scratchCopy(process.argv[2]);
  console.log(root);
  setInterval(() => {}, 1000);
`;

test("removes the copy when a signal ends the process", async () => {
  const original = mkdtempSync(join(tmpdir(), "scratch-copy-"));
  execFileSync("git", ["init", "--quiet"], { cwd: original });
  mkdirSync(join(original, "node_modules"));
  writeFileSync(join(original, "README.md"), "");
  const module = join(import.meta.dirname, "scratch-copy.ts");
  const args = ["--input-type=module", "-e", program, module, original];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [printed] = (await once(child.stdout, "data")) as [Buffer];
  const root = printed.toString().trim();
  expect(existsSync(join(root, "README.md"))).toBe(true);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([null, "SIGINT"]);
  expect(existsSync(root)).toBe(false);
  rmSync(original, { recursive: true });
});
