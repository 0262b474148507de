import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, NodeHost, type Diagnostic } from "@typespec/compiler";
import { convertOpenApi, OpenApiError } from "@acs-chat/codegen/openapi";
import type { Project } from "./projects.ts";

const emitterName = "@acs-chat/codegen";

/** The result of emitting from a project. */
export type Emitted =
  | { readonly kind: "not compiling" }
  | { readonly kind: "no service" }
  | { readonly kind: "refused"; readonly codes: readonly string[]; readonly message: string }
  | { readonly kind: "crashed"; readonly message: string }
  | { readonly kind: "emitted"; readonly folder: string };

export interface Attempt {
  readonly project: Project;
  readonly emitted: Emitted;
  /** The CPU time in milliseconds of compiling without output, and with our client. */
  readonly bare: number;
  readonly emitting: number;
}

/** Compiles a project without output and, if that succeeds, with our client as output. */
export async function attempt(project: Project, folder: string): Promise<Attempt> {
  if (project.kind === "openapi") return attemptOpenApi(project, folder);
  const [bare, errors] = await timed(() => compiled(project.entry));
  if (errors === undefined || errors.length > 0) {
    return { project, emitted: { kind: "not compiling" }, bare, emitting: 0 };
  }
  await mkdir(folder, { recursive: true });
  const [emitting, emitted] = await timed(() => emit(project.entry, folder));
  return { project, emitted, bare, emitting };
}

/** Converts a document to TypeSpec and compiles it. An error in the converted TypeSpec is a fault of our converter. */
async function attemptOpenApi(project: Project, folder: string): Promise<Attempt> {
  const sources = join(folder, "tsp");
  const entry = join(sources, "main.tsp");
  await mkdir(sources, { recursive: true });
  try {
    const [converting] = await timed(() => convert(project.entry, sources));
    const [bare, errors] = await timed(() => compiled(entry));
    const [emitting, emitted] = await timed(() => emit(entry, folder));
    const times = { bare: converting + bare, emitting: converting + emitting };
    if (errors !== undefined && errors.length === 0) return { project, emitted, ...times };
    const message = errors?.[0]?.message ?? "the compiler crashed";
    return { project, emitted: { kind: "crashed", message: `TypeSpec: ${message}` }, ...times };
  } catch (error) {
    const kind = error instanceof OpenApiError ? "refused" : "crashed";
    const message = error instanceof Error ? error.message : String(error);
    return { project, emitted: { kind, codes: ["openapi"], message }, bare: 0, emitting: 0 };
  }
}

async function convert(document: string, folder: string): Promise<void> {
  const { files } = await convertOpenApi(document, { format: false });
  for (const [file, text] of files) await writeFile(join(folder, file), text);
}

async function compiled(entry: string): Promise<readonly Diagnostic[] | undefined> {
  try {
    return errorsOf((await compile(NodeHost, entry, { noEmit: true })).diagnostics);
  } catch {
    // The compiler or a library crashed.
    return undefined;
  }
}

async function emit(entry: string, folder: string): Promise<Emitted> {
  const emitter = dirname(fileURLToPath(import.meta.resolve(`${emitterName}/package.json`)));
  try {
    const { diagnostics } = await compile(NodeHost, entry, {
      emit: [emitter],
      options: { [emitterName]: { "emitter-output-dir": folder } },
      outputDir: folder,
    });
    const errors = errorsOf(diagnostics);
    const [first] = errors;
    if (first === undefined) {
      return existsSync(join(folder, "index.ts"))
        ? { kind: "emitted", folder }
        : { kind: "crashed", message: "the emitter reported no error and wrote no index.ts" };
    }
    const codes = [...new Set(errors.map(({ code }) => code))].toSorted();
    return codes.every((code) => code.endsWith("/no-client"))
      ? { kind: "no service" }
      : { kind: "refused", codes, message: first.message };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const cause = /^ *(?:\w*Error|RangeError|internal):.*$/m.exec(text)?.[0] ?? text;
    return { kind: "crashed", message: cause.trim().split("\n")[0] ?? "" };
  }
}

function errorsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [milliseconds: number, T]> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, result];
}
