import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, formatDiagnostic, NodeHost } from "@typespec/compiler";
import { specId, type Spec } from "./suites.ts";
import { outputsOf, type Output } from "./variants.ts";

const emitterName = "@acs-chat/codegen";

/** Where the emitted clients go; git-ignored. */
export const outFolder: string = join(import.meta.dirname, "out");

/** A spec of which something could not be emitted, and why. */
export interface EmitFailure {
  readonly spec: string;
  readonly messages: readonly string[];
}

/** Emits the specs, one after the other in this process, into a fresh output folder. */
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
    const program = await compile(NodeHost, output.entry, {
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
    // The compiler wraps what an emitter throws; one broken spec must not hide the others.
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

/** Specs of which an earlier run emitted less than it should have. */
export function missingOutput(specs: readonly Spec[]): EmitFailure[] {
  return specs.flatMap((spec) => {
    const missing = outputsOf(spec).filter(
      ({ folder }) => !existsSync(join(outFolder, folder, "index.ts")),
    );
    if (missing.length === 0) return [];
    return [{ spec: specId(spec), messages: missing.map(({ folder }) => `there is no ${folder}`) }];
  });
}

/** Removes what earlier runs emitted. */
export async function clearOutput(): Promise<void> {
  await rm(outFolder, { recursive: true, force: true });
}
