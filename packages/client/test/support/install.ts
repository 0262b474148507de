import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs a program and gives what it printed; a failure shows that, too. */
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

/** Packs a package as publishing does, and gives the tarball's path. */
export async function pack(folder: string, target: string): Promise<string> {
  await mkdir(target, { recursive: true });
  await output("pnpm", ["pack", "--pack-destination", target], { cwd: folder });
  const [name] = await readdir(target);
  return join(target, name!);
}

/** Makes a project outside the workspace and installs what it depends on: from pnpm's store, where it is there. */
export async function install(
  folder: string,
  dependencies: Record<string, string>,
  settings: object = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = { name: "project", private: true, type: "module", dependencies };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  // A workspace of its own: else pnpm would look for one further up. JSON is YAML, too.
  const workspace = { packages: ["."], strictDepBuilds: false, ...settings };
  await writeFile(join(folder, "pnpm-workspace.yaml"), JSON.stringify(workspace));
  // CI=true would demand a lockfile.
  const env = { ...process.env, CI: "", npm_config_frozen_lockfile: "false" };
  await output("pnpm", ["install", "--prefer-offline", "--no-frozen-lockfile"], {
    cwd: folder,
    env,
  });
}
