import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { specId, specOfCalls, type Spec } from "./suites.ts";
import { outputsOf } from "./variants.ts";

/** Type errors by spec and by file of calls. */
export interface TypeErrors {
  /** Errors of the emitted code, by spec (`http-specs/type/array`). */
  readonly bySpec: ReadonlyMap<string, readonly string[]>;
  /** Errors in our calls, by file below `calls`, such as uses of missing functions. */
  readonly byCalls: ReadonlyMap<string, readonly string[]>;
}

/**
 * Type-checks the emitted code and the calls in one run of the compiler, with every flag of tsconfig.json:
 * strict, noUncheckedIndexedAccess, exactOptionalPropertyTypes, verbatimModuleSyntax, isolatedDeclarations,
 * erasableSyntaxOnly and unused code.
 */
export async function typecheck(specs: readonly Spec[]): Promise<TypeErrors> {
  const { code, output } = await runTypeChecker(join(import.meta.dirname, "tsconfig.json"));
  return groupErrors(code, output, specs);
}

/** Runs the compiler with a configuration. Returns its exit code and its output. */
export function runTypeChecker(config: string): Promise<{ code: number; output: string }> {
  const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
  return run(join(typescript, "bin", "tsc"), ["-p", config, "--pretty", "false"]);
}

/** Groups the compiler's errors by spec and by file of calls. Throws if the compiler failed without naming a file. */
export function groupErrors(code: number, output: string, specs: readonly Spec[]): TypeErrors {
  const bySpec = new Map<string, string[]>();
  const byCalls = new Map<string, string[]>();
  const owners = specs.flatMap((spec) =>
    outputsOf(spec).map(({ folder }) => ({ folder: `${folder}/`, id: specId(spec) })),
  );
  let found = false;
  for (const line of output.split("\n")) {
    const file = /^(?:.*\/)?(out|calls)\/(.+?)\(\d+,\d+\): error /.exec(line);
    if (file === null) continue;
    found = true;
    const [, kind, path] = file as unknown as [string, "out" | "calls", string];
    if (kind === "calls") {
      if (specs.some((spec) => spec.path === specOfCalls(path))) push(byCalls, path, line);
    } else {
      const owner = owners.find(({ folder }) => path.startsWith(folder));
      if (owner !== undefined) push(bySpec, owner.id, line);
    }
  }
  if (code !== 0 && !found) throw new Error(`The type-checker failed:\n${output}`);
  return { bySpec, byCalls };
}

function push(map: Map<string, string[]>, key: string, line: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [line]);
  else list.push(line);
}

function run(
  script: string,
  parameters: readonly string[],
): Promise<{ code: number; output: string }> {
  if (!existsSync(script)) throw new Error(`${script} is missing. Run \`pnpm install\`.`);
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [script, ...parameters],
      { cwd: import.meta.dirname, maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== "number") reject(error);
        else resolve({ code: child.exitCode ?? 1, output: stdout + stderr });
      },
    );
  });
}
