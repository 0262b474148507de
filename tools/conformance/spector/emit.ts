import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CompilerHost, compile, formatDiagnostic, NodeHost } from "@typespec/compiler";
import { specId, type Spec } from "./suites.ts";
import { outputsOf, type Output } from "./variants.ts";

const emitterName = "@acs-chat/codegen";

/** The folder for the emitted clients. Git ignores it. */
export const outFolder: string = join(import.meta.dirname, "out");

/** A spec with output that could not be emitted, and the reasons. */
export interface EmitFailure {
  readonly spec: string;
  readonly messages: readonly string[];
}

const sources = new Map<string, ReturnType<CompilerHost["readFile"]>>();

/** Reads and parses each TypeSpec file once, because all specs import the same libraries. */
export const host: CompilerHost = {
  ...NodeHost,
  parseCache: new WeakMap(),
  readFile(path) {
    if (!path.endsWith(".tsp")) return NodeHost.readFile(path);
    const source = sources.get(path) ?? NodeHost.readFile(path);
    sources.set(path, source);
    return source;
  },
};

/** The options of a compilation that shares parsed files. Without `parseOptions`, the compiler parses again. */
export const shared = { parseOptions: {} } as const;

/** Emits the specs in sequence in this process, into an empty output folder. */
export async function emitAll(
  specs: readonly Spec[],
  progress: (line: string) => void,
): Promise<EmitFailure[]> {
  const emitter = dirname(fileURLToPath(import.meta.resolve(`${emitterName}/package.json`)));
  if (!existsSync(join(emitter, "dist", "index.js"))) {
    throw new Error(`${emitterName} is not built. Run: pnpm --filter ${emitterName} build`);
  }
  const failures: EmitFailure[] = [];
  for (const [index, spec] of specs.entries()) {
    progress(`emitting ${index + 1}/${specs.length} ${specId(spec)}`);
    const messages: string[] = [];
    for (const output of outputsOf(spec)) messages.push(...(await emitOne(output, emitter)));
    if (messages.length > 0) failures.push({ spec: specId(spec), messages });
  }
  return failures;
}

async function emitOne(output: Output, emitter: string): Promise<string[]> {
  const folder = join(outFolder, output.folder);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const program = await compile(host, output.entry, {
      ...shared,
      emit: [emitter],
      options: { [emitterName]: { ...output.options, "emitter-output-dir": folder } },
      outputDir: folder,
    });
    const errors = program.diagnostics.filter((one) => one.severity === "error");
    const messages = errors.map((one) =>
      formatDiagnostic(one, { pathRelativeTo: dirname(output.entry) }),
    );
    if (messages.length === 0 && !existsSync(join(folder, "index.ts"))) {
      messages.push("the emitter reported no error and wrote no index.ts");
    }
    return messages;
  } catch (error) {
    // Catches the errors of an emitter, so that one broken spec does not stop the others.
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

/** Returns the specs with output that is missing from an earlier run. */
export function missingOutput(specs: readonly Spec[]): EmitFailure[] {
  return specs.flatMap((spec) => {
    const missing = outputsOf(spec).filter(
      ({ folder }) => !existsSync(join(outFolder, folder, "index.ts")),
    );
    if (missing.length === 0) return [];
    return [{ spec: specId(spec), messages: missing.map(({ folder }) => `${folder} is missing`) }];
  });
}

/** Removes the output of earlier runs. */
export async function clearOutput(): Promise<void> {
  await rm(outFolder, { recursive: true, force: true });
}
