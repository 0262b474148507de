import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs a program and returns its output. An error contains the output as well. */
export async function output(
  file: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<string> {
  try {
    const { stdout } = await run(file, args, { ...options, maxBuffer: 1e8 });
    return stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${file} ${args.join(" ")}\n${stdout}${stderr}`, { cause: error });
  }
}

/** Packs a package as for publishing. Returns the path of the tarball. */
export async function pack(folder: string, target: string): Promise<string> {
  await mkdir(target, { recursive: true });
  await output("pnpm", ["pack", "--pack-destination", target], { cwd: folder });
  const [name] = await readdir(target);
  return join(target, name!);
}

/** Creates a project outside the workspace and installs its dependencies, from pnpm's store if possible. */
export async function install(
  folder: string,
  dependencies: Record<string, string>,
  settings: object = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = { name: "project", private: true, type: "module", dependencies };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  // Without this file, pnpm would search parent folders for a workspace. JSON is valid YAML.
  const workspace = { packages: ["."], strictDepBuilds: false, ...settings };
  await writeFile(join(folder, "pnpm-workspace.yaml"), JSON.stringify(workspace));
  // With CI=true, pnpm would require a lockfile.
  const env = { ...process.env, CI: "", npm_config_frozen_lockfile: "false" };
  await output("pnpm", ["install", "--prefer-offline", "--no-frozen-lockfile"], {
    cwd: folder,
    env,
  });
}
