import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** The result of a package script. */
export interface ScriptResult {
  readonly passed: boolean;
  /** Standard output and standard error, interleaved as they arrived. */
  readonly output: string;
}

/**
 * Runs a script of a package of the repository at `root` like pnpm, but without starting pnpm. A missing script passes.
 */
export async function runScript(root: string, folder: string, name: string): Promise<ScriptResult> {
  const manifest = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8")) as {
    readonly scripts?: Readonly<Record<string, string>>;
  };
  const script = manifest.scripts?.[name];
  return script === undefined ? { passed: true, output: "" } : runCommand(root, folder, script);
}

/** Runs a shell command in a package's folder, with the executables of its dependencies on the PATH. */
export function runCommand(root: string, folder: string, command: string): Promise<ScriptResult> {
  const bins = [join(root, folder, "node_modules/.bin"), join(root, "node_modules/.bin")];
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", command], {
      cwd: join(root, folder),
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NO_COLOR: "1",
        PATH: [...bins, process.env["PATH"] ?? ""].join(delimiter),
      },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ passed: code === 0, output }));
  });
}
