import { basename } from "node:path";
import {
  compile,
  type Diagnostic,
  formatDiagnostic,
  getSourceLocation,
  normalizePath,
  NoTarget,
  type Program,
} from "@typespec/compiler";
import { $onEmit } from "../emit.ts";
import type { CodegenOptions } from "../options.ts";
import { describePlace, type Place } from "../openapi/errors.ts";
import { createHost, type InMemory, type Recorded } from "./host.ts";

/** A service to emit: the location of its TypeSpec, and how places in it are shown to the user. */
export interface Source {
  /** The file to compile. */
  readonly entry: string;
  /** The folder whose TypeSpec libraries are used, if it has any. */
  readonly project: string;
  readonly inMemory?: InMemory;
  /** Returns the place in an OpenAPI document from which a line of an in-memory source was converted. */
  originOf?(file: string, line: number): Place;
}

export interface Emitted extends Recorded {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** Whether every error is about an operation that can be left out. */
  readonly isSkippable: boolean;
}

/** Errors about operations, which --skip-unsupported leaves out. */
const skippable: ReadonlySet<string> = new Set(
  [
    "unsupported-operation",
    "unsupported-type",
    "unsupported-content-type",
    "mixed-response-formats",
  ].map((code) => `@acs-chat/codegen/${code}`),
);

/** Compiles a service and emits its client in memory. */
export async function emitClient(
  source: Source,
  out: string,
  options: CodegenOptions,
): Promise<Emitted> {
  const recorded: Recorded = { written: new Map(), removed: new Set() };
  const host = createHost(source.project, recorded, source.inMemory);
  const program = await compile(host, source.entry, {});
  if (!program.hasError()) await runEmitter(program, out, options);
  const told = (severity: Diagnostic["severity"]): readonly string[] => [
    ...new Set(
      program.diagnostics
        .filter((one) => one.severity === severity && isRelevant(one, source))
        .map((one) => describe(one, source)),
    ),
  ];
  const isSkippable = program.diagnostics.every(
    ({ severity, code }) => severity !== "error" || skippable.has(code),
  );
  return { ...recorded, errors: told("error"), warnings: told("warning"), isSkippable };
}

async function runEmitter(program: Program, out: string, options: CodegenOptions): Promise<void> {
  const timer = { end: () => 0 };
  await $onEmit({
    program,
    emitterOutputDir: normalizePath(out),
    options,
    perf: {
      startTimer: () => timer,
      time: (_, callback) => callback(),
      timeAsync: (_, callback) => callback(),
      report: () => {},
    },
  });
}

/** False for style warnings in TypeSpec that was converted from OpenAPI: its author cannot change them. */
function isRelevant({ severity, code }: Diagnostic, { originOf }: Source): boolean {
  return severity === "error" || originOf === undefined || code.startsWith("@acs-chat/codegen/");
}

/** Messages for authors of OpenAPI documents, where the usual message is about TypeSpec. */
const openApiMessages: Readonly<Record<string, string>> = {
  "@acs-chat/codegen/no-client": 'The document has no operations. Add some under "paths".',
};

function describe(diagnostic: Diagnostic, { originOf }: Source): string {
  const { target, severity, code, message } = diagnostic;
  const location = target === NoTarget ? undefined : getSourceLocation(target);
  if (originOf === undefined || location === undefined)
    return formatDiagnostic(diagnostic, { pathRelativeTo: process.cwd() });
  const { line } = location.file.getLineAndCharacterOfPosition(location.pos);
  const place = originOf(basename(location.file.path), line + 1);
  return `${describePlace(place)}: ${severity} ${code}: ${openApiMessages[code] ?? message}`;
}
