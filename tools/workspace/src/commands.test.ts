import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Commands that start programs from npm, which have their own help and exit codes. */
const external = new Set(["test:slow", "lint", "format", "changeset", "release:version"]);
const ours = Object.keys(scripts).filter((name) => !external.has(name));

/** How to run a command that is not run as `pnpm <name>`. pnpm has its own `docs` command. */
const invocations: Readonly<Record<string, string>> = {
  docs: "pnpm run docs",
  emulator: "acs-chat-emulator",
};

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as pnpm does, with its output in pipes. */
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

test("finds the commands in package.json", () => {
  expect(ours).toEqual(expect.arrayContaining(["start", "test", "generate", "bench", "emulator"]));
});

describe.each(ours)("%s", (name) => {
  test("prints usage, examples and exit codes for --help, without color in a pipe", async () => {
    const { code, stdout } = await run(name, "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: /);
    expect(stdout).toMatch(/^Examples/m);
    expect(stdout).toMatch(/^Exit codes/m);
    expect(stdout).toContain("--help");
    expect(stdout).not.toContain("\u001B");
    expect(stdout.split("\n")[0]).toContain(invocations[name] ?? `pnpm ${name}`);
  });

  test.each(["--no-such-option", "no-such-word"])(
    "exits with 2 for %s and ends with a line that names --help",
    async (argument) => {
      const { code, stdout, stderr } = await run(name, argument);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      // A build before the command may print to stderr.
      expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/--help/);
      expect(stderr).not.toContain("\u001B");
    },
  );
});
