import { createHash } from "node:crypto";
import type { PackagePlan } from "../plan/types.ts";
import { clientPath, writeClients } from "./clients.ts";
import { writeContexts } from "./contexts.ts";
import { Converters } from "./converters.ts";
import { Layout } from "./layout.ts";
import { writeModels } from "./models.ts";
import { operationsPath } from "./operation-files.ts";
import { writeOperations } from "./operations.ts";
import { fileMark } from "./paths.ts";
import { writeReaders } from "./readers.ts";
import { headerSets } from "./response-headers.ts";
import { RuntimeModule } from "./runtime.ts";
import { relative, type SourceFile } from "./source-file.ts";
import { TypeAnalysis } from "./type-analysis.ts";
import { modelsPath, TypeText } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";
import { writeWriters } from "./writers.ts";
import { writeXmlShapes } from "./xml.ts";

/** The code of a package: its unformatted files by path, and the packages that it imports. */
export interface WrittenPackage {
  readonly files: ReadonlyMap<string, string>;
  readonly dependencies: ReadonlySet<string>;
}

/** Writes the code of a plan. The same plan results in the same text. */
export function writePackage(plan: PackagePlan, userAgent: string): WrittenPackage {
  const context = createContext(plan, userAgent);
  const sources: SourceFile[] = [
    ...writeModels(context),
    writeContexts(context),
    ...plan.clients
      .filter((client) => client.operations.length > 0)
      .flatMap((client) => writeOperations(context, client)),
    ...writeClients(context),
  ];
  // Readers and writers come last, when it is known which ones are used.
  sources.push(...writeReaders(context), ...writeWriters(context), writeXmlShapes(context));
  const header = fileHeader(plan);
  const files = new Map<string, string>();
  for (const source of sources) {
    if (!source.isEmpty) files.set(source.path, `${header}\n${source.toString()}\n`);
  }
  for (const [path, text] of context.runtime.files()) files.set(path, `${header}\n${text}\n`);
  files.set("index.ts", `${header}\n${writeIndex(context, files)}\n`);
  return { files, dependencies: importedPackages(files) };
}

function createContext(plan: PackagePlan, userAgent: string): WriteContext {
  const layout = new Layout(plan);
  const analysis = new TypeAnalysis(plan);
  const types = new TypeText(plan, layout);
  return {
    plan,
    runtime: new RuntimeModule(),
    layout,
    types,
    analysis,
    converters: new Converters(analysis, layout, types),
    xmlModels: new Set(),
    userAgent,
  };
}

/** Returns the header of a file: its source, without dates and paths, so that the output is reproducible. */
function fileHeader(plan: PackagePlan): string {
  const hash = createHash("sha256").update(JSON.stringify(plan)).digest("hex").slice(0, 16);
  const newest = plan.defaultApiVersion;
  const versions = newest === undefined ? "" : `, API version ${newest}`;
  return `${fileMark}from ${plan.service}${versions}, spec ${hash}. Do not edit.\n`;
}

function importedPackages(files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const packages = new Set<string>();
  for (const text of files.values()) {
    for (const match of text.matchAll(/ from "(@?[^".][^"]*)";/g)) packages.add(match[1] ?? "");
  }
  return new Set([...packages].toSorted());
}

/** Types of the runtime that are exported if they are used. */
const publicRuntime: readonly (readonly [string, readonly string[]])[] = [
  ["internal/context.ts", ["ClientContext", "ClientOptions"]],
  ["internal/options.ts", ["OperationOptions", "RequestOptions"]],
  ["internal/paging.ts", ["Page"]],
  ["internal/lro.ts", ["PollingOptions"]],
  ["internal/bytes.ts", ["BinaryResult"]],
  ["internal/multipart.ts", ["FileContents", "FileUpload"]],
  ["internal/events.ts", ["ServerSentEvent"]],
];

function writeIndex(context: WriteContext, files: ReadonlyMap<string, string>): string {
  const { plan } = context;
  const lines: string[] = [];
  lines.push(exportAll("context.ts"), exportAll(clientPath));
  for (const client of plan.clients) {
    const names = client.operations.filter((operation) => !operation.internal);
    if (names.length === 0) continue;
    const path = operationsPath(client);
    if (names.length === client.operations.length) {
      lines.push(exportAll(path));
      continue;
    }
    const exported = names.flatMap((operation) => [
      operation.functionName,
      ...headerSets(operation).map(({ reader }) => reader),
    ]);
    lines.push(
      `export { ${exported.join(", ")} } from ${JSON.stringify(relative("index.ts", path))};`,
    );
  }
  if (files.has("models.ts")) {
    const internal = new Set(plan.models.filter((model) => model.internal).map(({ name }) => name));
    lines.push(
      internal.size === 0
        ? exportAll("models.ts")
        : `export type { ${publicTypes(typeTexts(context, files), internal).join(", ")} } from "./models.ts";`,
    );
  }
  for (const [path, names] of publicRuntime) {
    const text = files.get(path) ?? "";
    const present = names.filter((name) =>
      new RegExp(`export (interface|type) ${name}\\b`).test(text),
    );
    if (present.length > 0) {
      lines.push(
        `export type { ${present.join(", ")} } from ${JSON.stringify(relative("index.ts", path))};`,
      );
    }
  }
  return lines.join("\n");
}

function exportAll(path: string): string {
  return `export * from ${JSON.stringify(relative("index.ts", path))};`;
}

/** The text of all files with types. */
function typeTexts({ layout }: WriteContext, files: ReadonlyMap<string, string>): string {
  const paths = [modelsPath, ...layout.files.map((name) => layout.pathIn(modelsPath, name))];
  return paths.map((path) => files.get(path) ?? "").join("\n");
}

function publicTypes(text: string, internal: ReadonlySet<string>): string[] {
  return [...text.matchAll(/^export (?:interface|type) ([\w$]+)/gm)]
    .map((match) => match[1] ?? "")
    .filter(
      (name) => !internal.has(name) && !internal.has(name.replace(/(Base|Input|Patch)$/, "")),
    );
}
