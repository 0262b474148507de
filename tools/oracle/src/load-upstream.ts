import { existsSync, readFileSync } from "node:fs";
import { readArguments, readDeclarations } from "./declarations.ts";
import { evaluateModule } from "./evaluate.ts";
import type { Mapper, NamedOperation, OperationSpec, UpstreamClient } from "./upstream-types.ts";

const SPECS_START = "// Operation Specifications";
const SPEC_SUFFIX = "OperationSpec";

/** Replaces the runtime, to which the operation specifications only pass their mappers. */
const RUNTIME = {
  createSerializer: () => undefined,
  Serializer: Object,
};

/**
 * Reads the description of the API in an official package's generated code.
 *
 * @param folder The folder that contains `models` and `operations`, with a slash at the end.
 * @throws Error if a file is missing or is not generated code.
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

/** Returns the template of the base URL in the client's code. */
function hostIn(folder: string): string {
  const files = ["chatApiClient.js", "chatApiClientContext.js"].map((name) => `${folder}${name}`);
  for (const file of files.filter((path) => existsSync(path))) {
    const host = /(?:endpoint|baseUri)\b[^;\n]*"(\{\w+\}[^"]*)"/.exec(read(file))?.[1];
    if (host !== undefined) return host;
  }
  throw new Error(`no base URL in ${files.join(" or ")}`);
}

/** Returns the TypeScript of a module: the declarations in newer packages, the sources in the source maps of older ones. */
function readTypes(path: string): string {
  if (existsSync(`${path}.d.ts`)) return read(`${path}.d.ts`);
  const map = JSON.parse(read(`${path}.js.map`)) as { readonly sourcesContent?: readonly string[] };
  const source = map.sourcesContent?.[0];
  if (source === undefined) throw new Error(`${path}.js.map contains no sources`);
  return source;
}

function read(path: string): string {
  return readFileSync(path, "utf8");
}

/** Returns the name with a capital first letter, as in operation ids. */
export function capitalized(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
