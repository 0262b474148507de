import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Client } from "./site.ts";

/** The compiler: TypeScript 5, which supports the old module resolution, or that of this repository. */
type Compiler = "old" | "new";

/** A folder with programs, in which the official package's name resolves to one of the clients. */
export interface Project extends AsyncDisposable {
  readonly folder: string;
  /** Type-checks or compiles the programs. */
  compile(compiler: Compiler, compilerOptions: object): Promise<Ran>;
}

const folderOf = (name: string): string =>
  dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));

const newTypeScript = folderOf("typescript");

/** Returns the folder of a client's package. */
function clientFolder(client: Client, installed: string): string {
  if (client === "official") return join(installed, "@azure/communication-chat");
  return folderOf("@acs-chat/client");
}

/**
 * Creates a project from a folder of programs.
 *
 * @param consumers - The folder with the installed consumers.
 */
export async function createProject(
  client: Client,
  programs: string,
  consumers: string,
): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "acs-chat-consumer-"));
  await cp(programs, folder, { recursive: true });
  const installed = join(consumers, "node_modules");
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "@azure"), { recursive: true });
  const names = await readdir(installed);
  const scoped = await readdir(join(installed, "@azure"));
  const links = [
    ...names.filter((name) => !name.startsWith(".") && name !== "@azure"),
    ...scoped.map((name) => join("@azure", name)),
  ].filter((name) => name !== "@azure/communication-chat");
  for (const name of links) await symlink(join(installed, name), join(modules, name));
  await symlink(clientFolder(client, installed), join(modules, "@azure/communication-chat"));
  return {
    folder,
    async compile(compiler, compilerOptions) {
      const config = JSON.stringify({ compilerOptions, include: ["**/*"] });
      await writeFile(join(folder, "tsconfig.json"), config);
      const typescript = compiler === "old" ? join(installed, "typescript") : newTypeScript;
      return runNode([join(typescript, "bin/tsc"), "-p", "."], folder);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** The result of a process. */
export interface Ran {
  /** The lines that the process printed to stdout. */
  readonly lines: readonly string[];
  /** The exit code and the output to stdout and stderr; undefined if the exit code was 0. */
  readonly failure?: readonly string[];
}

/** Runs a Node program. */
export function runNode(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, timeout: 120_000, maxBuffer: 1e8 };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      const lines = stdout.split("\n").filter((line) => line !== "");
      const failure = [
        `exited with ${error?.code ?? error?.signal}`,
        ...lines,
        ...stderr.split("\n"),
      ];
      resolve(error ? { lines, failure } : { lines });
    });
  });
}
