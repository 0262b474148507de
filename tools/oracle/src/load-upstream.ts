import { existsSync, readFileSync } from "node:fs";
import { readArguments, readDeclarations } from "./declarations.ts";
import { evaluateModule } from "./evaluate.ts";
import type { Mapper, NamedOperation, OperationSpec, UpstreamClient } from "./upstream-types.ts";

const SPECS_START = "// Operation Specifications";
const SPEC_SUFFIX = "OperationSpec";

/** Replaces the runtime that the specifications only hand their mappers to. */
const RUNTIME = {
  createSerializer: () => undefined,
  Serializer: Object,
};

/**
 * Reads what an official package's generated code says of the API.
 *
 * @param folder The folder of the generated code, with `models` and `operations` in it; ends with a slash.
 * @throws Error if a file is missing or does not look as generated code does.
 */
export function loadUpstream(folder: string): UpstreamClient {
  const mappers = evaluateModule(read(`${folder}models/mappers.js`));
  const parameters = evaluateModule(read(`${folder}models/parameters.js`), {
    "../models/mappers": mappers,
  });
  const operations = ["chat", "chatThread"].flatMap((file) =>
    readGroup(`${folder}operations/${file}`, file, mappers, parameters),
  );
  return {
    operations,
    mappers: mappers as Record<string, Mapper>,
    declarations: readDeclarations(readTypes(`${folder}models/index`)),
    host: hostIn(folder),
  };
}

function readGroup(
  path: string,
  file: string,
  mappers: unknown,
  parameters: unknown,
): NamedOperation[] {
  const specs = evaluateModule(
    read(`${path}.js`),
    {
      "../models/mappers": mappers,
      "../models/parameters": parameters,
      "@azure/core-http": RUNTIME,
      "@azure/core-client": RUNTIME,
    },
    SPECS_START,
  );
  const types = readTypes(path);
  return Object.keys(specs)
    .filter((key) => key.endsWith(SPEC_SUFFIX))
    .map((key) => {
      const name = key.slice(0, -SPEC_SUFFIX.length);
      const spec = specs[key] as OperationSpec;
      return { group: capitalized(file), name, spec, argumentTypes: readArguments(types, name) };
    });
}

/** The template of the base URL in the client's code. */
function hostIn(folder: string): string {
  const files = ["chatApiClient.js", "chatApiClientContext.js"].map((name) => `${folder}${name}`);
  for (const file of files.filter((path) => existsSync(path))) {
    const host = /(?:endpoint|baseUri)\b[^;\n]*"(\{\w+\}[^"]*)"/.exec(read(file))?.[1];
    if (host !== undefined) return host;
  }
  throw new Error(`no base URL in ${files.join(" or ")}`);
}

/** The TypeScript of a module: newer packages have declarations, older ones their sources in the source map. */
function readTypes(path: string): string {
  if (existsSync(`${path}.d.ts`)) return read(`${path}.d.ts`);
  const map = JSON.parse(read(`${path}.js.map`)) as { readonly sourcesContent?: readonly string[] };
  const source = map.sourcesContent?.[0];
  if (source === undefined) throw new Error(`${path}.js.map has no sources in it`);
  return source;
}

function read(path: string): string {
  return readFileSync(path, "utf8");
}

/** The name as it starts an operation id: `chatThread` becomes `ChatThread`. */
export function capitalized(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
