import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Programs of others, with manners of their own. */
const foreign = new Set(["typecheck", "lint", "format", "changeset", "release:version"]);
const ours = Object.keys(scripts).filter((name) => !foreign.has(name));

/** How a command is typed where it is not `pnpm <name>`; pnpm has a "docs" of its own. */
const typed: Readonly<Record<string, string>> = {
  docs: "pnpm run docs",
  emulator: "acs-chat-emulator",
};

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as pnpm would, with its outputs in pipes. */
function run(name: string, ...args: readonly string[]): Promise<Ran> {
  const [program, ...words] = scripts[name]!.split(" ");
  expect(program).toBe("node");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...words, ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

test("the commands are found", () => {
  expect(ours).toEqual(expect.arrayContaining(["start", "test", "generate", "bench", "emulator"]));
});

describe.each(ours)("%s", (name) => {
  test("--help has usage, examples and exit codes, without color in a pipe", async () => {
    const { code, stdout } = await run(name, "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: /);
    expect(stdout).toMatch(/^Examples/m);
    expect(stdout).toMatch(/^Exit codes/m);
    expect(stdout).toContain("--help");
    expect(stdout).not.toContain("\u001B");
    expect(stdout.split("\n")[0]).toContain(typed[name] ?? `pnpm ${name}`);
  });

  test.each(["--no-such-option", "no-such-word"])(
    "%s ends with 2, and its last line leads on",
    async (argument) => {
      const { code, stdout, stderr } = await run(name, argument);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      // A build that goes before may tell of itself.
      expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/--help/);
      expect(stderr).not.toContain("\u001B");
    },
  );
});
