import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { normalizePath } from "@typespec/compiler";
import { convertOpenApi, type Conversion } from "../openapi/convert.ts";
import { displayed, unreadable } from "../openapi/documents.ts";
import { describePlace, OpenApiError } from "../openapi/errors.ts";
import type { Loss } from "../openapi/node.ts";
import { isRemote, localPath } from "../openapi/remote.ts";
import type { CodegenOptions } from "../options.ts";
import { help, readArguments, type Request, UsageError } from "./arguments.ts";
import { type Emitted, emitClient, type Source } from "./emit.ts";
import { projectSettings } from "./import-extension.ts";
import { compilerOf, libraryFolder, packageFolder } from "./host.ts";
import { missingPackages } from "./missing-packages.ts";
import { carryOut, type Change, changesOf, describeChange } from "./output.ts";
import { RefusedError } from "./refused-error.ts";
import { typeSpecFiles } from "./typespec-files.ts";

/** The output streams of the command. */
export interface Surroundings {
  /** Prints a result. */
  readonly print: (text: string) => void;
  /** Prints progress and errors. */
  readonly say: (text: string) => void;
}

/** Runs the command. Returns its exit code, as documented in the help text. */
export async function runCommand(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const { print, say } = surroundings;
  try {
    const request = readArguments(args);
    if (request.kind === "generate") return await generate(request, surroundings);
    print(request.kind === "help" ? help.trimEnd() : ownVersion());
    return 0;
  } catch (error) {
    if (error instanceof UsageError) say(`codegen: ${error.message}; see --help.`);
    else if (error instanceof OpenApiError || error instanceof RefusedError) say(error.message);
    else throw error;
    return 2;
  }
}

function ownVersion(): string {
  const text = readFileSync(join(packageFolder, "package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}

type Generate = Extract<Request, { kind: "generate" }>;

async function generate(request: Generate, { print, say }: Surroundings): Promise<number> {
  const spec = isRemote(request.spec) ? request.spec : resolve(localPath(request.spec));
  const isTypeSpec = !isRemote(spec) && isTypeSpecPath(spec);
  if (isTypeSpec && request.tsp !== undefined)
    throw new UsageError("--tsp requires an OpenAPI document, but the specification is TypeSpec");
  const written = new Map<string, string>();
  let removed: ReadonlySet<string> = new Set();
  let source: Source;
  if (isTypeSpec) source = typeSpecSource(request.spec, spec);
  else {
    say(`Reading ${displayed({ file: spec, pointer: "" }).file}`);
    const conversion = await convertOpenApi(spec, { format: false });
    tellLosses(conversion.losses, request.losses, say);
    if (request.tsp !== undefined) {
      const files = await typeSpecFiles(conversion.files, resolve(request.tsp));
      for (const [path, content] of files) written.set(path, content);
    }
    source = openApiSource(conversion);
  }
  if (request.out !== undefined) {
    say("Emitting the client");
    const out = resolve(request.out);
    const emitted = await emitClient(source, out, optionsFor(request.options, out, say));
    for (const warning of emitted.warnings) say(warning);
    if (emitted.errors.length > 0) {
      throw new RefusedError(`${emitted.errors.join("\n")}\n${adviceFor(emitted)}`);
    }
    for (const [path, content] of emitted.written) written.set(path, content);
    removed = emitted.removed;
  }
  const changes = await changesOf(written, removed);
  const tell = (change: Change): void => print(describeChange(change));
  if (request.check) changes.forEach(tell);
  else await carryOut(changes, tell);
  const verb = request.check ? "differ" : "changed";
  print(`${changes.length} of ${written.size + removed.size} files ${verb}`);
  if (request.out !== undefined && request.options["emit-package-json"] !== true) {
    const missing = missingPackages(written.values(), resolve(request.out));
    if (missing.length > 0) say(`The code needs packages: npm install ${missing.join(" ")}`);
  }
  return request.check && changes.length > 0 ? 1 : 0;
}

/** Completes the options: code in a project imports files as its tsconfig.json requires. */
function optionsFor(
  options: CodegenOptions,
  out: string,
  say: (text: string) => void,
): CodegenOptions {
  if (options["emit-package-json"] === true || options["import-extension"] !== undefined)
    return options;
  const settings = projectSettings(out);
  if (settings === undefined) return options;
  const { extension, path } = settings;
  const what = extension === "none" ? "have no extension" : `end in .${extension}`;
  say(`Imports ${what}, because of ${relative(process.cwd(), path)}; see --import-extension`);
  return { ...options, "import-extension": extension };
}

/** Says that nothing was written. Only operations that cannot be emitted can be left out. */
function adviceFor({ errors, isSkippable }: Emitted): string {
  const count = `${errors.length} error${errors.length === 1 ? "" : "s"}: nothing was written.`;
  if (errors.every((text) => text.includes("@acs-chat/codegen/foreign-file"))) return count;
  const what = errors.length === 1 ? "it" : "them";
  return isSkippable
    ? `${count} Correct ${what}, or pass --skip-unsupported to leave out what cannot be emitted.`
    : `${count} Correct ${what}.`;
}

/** Whether a path is a TypeSpec file or folder, and not an OpenAPI document. */
function isTypeSpecPath(path: string): boolean {
  if (!existsSync(path)) throw unreadable(path);
  return statSync(path).isDirectory() || extname(path) === ".tsp";
}

function typeSpecSource(given: string, spec: string): Source {
  const isFolder = statSync(spec).isDirectory();
  const names = ["main.tsp", "client.tsp"].filter((name) => existsSync(join(spec, name)));
  if (isFolder && names.length === 0) {
    throw new RefusedError(
      `${given}: The folder has neither client.tsp nor main.tsp. Pass the file to compile.`,
    );
  }
  const project = isFolder ? spec : dirname(spec);
  const own = compilerOf(project);
  if (own !== undefined && own !== libraryFolder("@typespec/compiler")) {
    throw new RefusedError(
      `${given}: The project has its own TypeSpec compiler. Run \`npm install --save-dev @acs-chat/codegen\` there, and start the command in its folder.`,
    );
  }
  if (!isFolder) return { entry: normalizePath(spec), project };
  // Either of the two can import the other one.
  const entry = "codegen-entry.tsp";
  const imports = names.map((name) => `import "./${name}";\n`).join("");
  return {
    entry: normalizePath(join(spec, entry)),
    project,
    inMemory: { folder: spec, files: new Map([[entry, imports]]) },
  };
}

function openApiSource(conversion: Conversion): Source {
  // The folder does not exist: the sources are in memory.
  const folder = join(packageFolder, "openapi-in-memory");
  return {
    entry: normalizePath(join(folder, "main.tsp")),
    project: folder,
    inMemory: { folder, files: conversion.files },
    originOf: (file, line) => conversion.originOf(file, line),
  };
}

/** Prints the losses of the conversion: each place, or the number of places for each reason. */
function tellLosses(losses: readonly Loss[], all: boolean, say: (text: string) => void): void {
  if (losses.length === 0) return;
  if (all) {
    for (const loss of losses) say(`${describePlace(loss)}: ${loss.reason}`);
    return;
  }
  const byReason = new Map<string, Loss[]>();
  for (const loss of losses)
    byReason.set(loss.reason, [...(byReason.get(loss.reason) ?? []), loss]);
  const sorted = [...byReason].toSorted(([, left], [, right]) => right.length - left.length);
  say(
    `Not converted, in ${losses.length} place${losses.length === 1 ? "" : "s"} (--losses lists all):`,
  );
  for (const [reason, [first, ...others]] of sorted.slice(0, shownReasons)) {
    const more = others.length === 0 ? "" : `, and ${others.length} more`;
    say(
      `  ${reason} (${first === undefined ? "" : `${basename(first.file)}#${first.pointer}`}${more})`,
    );
  }
  if (sorted.length > shownReasons) say(`  and ${sorted.length - shownReasons} other reasons`);
}

const shownReasons = 12;
