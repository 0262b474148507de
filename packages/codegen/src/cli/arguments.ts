import { parseArgs } from "node:util";
import { optionsSchema, type CodegenOptions } from "../options.ts";
import type { ImportExtension } from "../write/import-extensions.ts";

export const help = `Usage: npx @acs-chat/codegen <spec> --out <folder> [options]

Writes a TypeScript client package for a service. <spec> is an OpenAPI document
(2.0, 3.0 or 3.1; JSON or YAML; a file or a URL), or a TypeSpec file or folder.

Options:
  --out <folder>            The folder that the package is written to.
  --name <name>             npm name of the package. Default: from the service.
  --package-version <x.y.z> Version of the package. Default: 0.1.0.
  --api-version <version>   The API version to emit: one of the service's, latest
                            (the default) or all.
  --code-only               Write the code alone, without README.md, package.json
                            and tsconfig.json.
  --import-extension <ext>  With --code-only: the extension in imports between the
                            files, ts, js or none. Default: as the tsconfig.json
                            around the folder requires; ts if there is none.
  --skip-unsupported        Leave out operations that cannot be emitted, each with
                            a warning, instead of refusing the package.
  --tsp <folder>            Write the OpenAPI document as TypeSpec.
                            Without --out, write nothing else.
  --losses                  List everything in the document that TypeSpec cannot
                            express, instead of counting it.
  --check                   Write nothing; compare with what is in the folders.
  -h, --help                Show this text.
  --version                 Show the version of the command.

Examples:
  npx @acs-chat/codegen openapi.yaml --out src/api --code-only
  npx @acs-chat/codegen https://pets.example/openapi.json --out src/api --code-only
  npx @acs-chat/codegen openapi.json --out client --name @contoso/pets
  npx @acs-chat/codegen openapi.json --tsp specs/pets
  npx @acs-chat/codegen specs/pets --out client --api-version all
  npx @acs-chat/codegen openapi.yaml --out client --check

Exit codes: 0 done, or --check found no difference; 1 --check found one;
2 invalid arguments, or a document that cannot be read or emitted. Nothing is
written then.
`;

/** Invalid arguments of the command. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The parsed command line. */
export type Request =
  | { readonly kind: "help" | "version" }
  | {
      readonly kind: "generate";
      readonly spec: string;
      readonly out?: string;
      readonly tsp?: string;
      readonly check: boolean;
      readonly losses: boolean;
      readonly options: CodegenOptions;
    };

/** @throws UsageError that says what is wrong and how to correct it. */
export function readArguments(args: readonly string[]): Request {
  const { values, positionals } = parse(args);
  if (values.help === true) return { kind: "help" };
  if (values.version === true) return { kind: "version" };
  const [spec, ...others] = positionals;
  if (spec === undefined)
    throw new UsageError("Pass an OpenAPI document, or a TypeSpec file or folder");
  if (others.length > 0)
    throw new UsageError(`Pass one specification only, without ${JSON.stringify(others[0])}`);
  if (values.out === undefined && values.tsp === undefined) {
    throw new UsageError("Pass the folder for the client with --out");
  }
  matches("--name", values.name, "package-name", "a package name for npm, such as @contoso/pets");
  matches(
    "--package-version",
    values["package-version"],
    "package-version",
    "a version, such as 1.2.3",
  );
  const extension = values["import-extension"];
  if (extension !== undefined && !isImportExtension(extension)) {
    throw new UsageError(
      `--import-extension must be ts, js or none, but is ${JSON.stringify(extension)}`,
    );
  }
  if (extension !== undefined && values["code-only"] !== true) {
    throw new UsageError("--import-extension requires --code-only");
  }
  return {
    kind: "generate",
    spec,
    ...(values.out === undefined ? {} : { out: values.out }),
    ...(values.tsp === undefined ? {} : { tsp: values.tsp }),
    check: values.check === true,
    losses: values.losses === true,
    options: {
      ...(values.name === undefined ? {} : { "package-name": values.name }),
      ...(values["package-version"] === undefined
        ? {}
        : { "package-version": values["package-version"] }),
      ...(values["api-version"] === undefined ? {} : { "api-version": values["api-version"] }),
      "emit-package-json": values["code-only"] !== true,
      ...(extension === undefined ? {} : { "import-extension": extension }),
      "skip-unsupported": values["skip-unsupported"] === true,
    },
  };
}

function isImportExtension(value: string): value is ImportExtension {
  return ["ts", "js", "none"].includes(value);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: args.filter((arg) => arg !== "--"),
      allowPositionals: true,
      options: {
        out: { type: "string" },
        tsp: { type: "string" },
        name: { type: "string" },
        "package-version": { type: "string" },
        "api-version": { type: "string" },
        "code-only": { type: "boolean" },
        "import-extension": { type: "string" },
        "skip-unsupported": { type: "boolean" },
        losses: { type: "boolean" },
        check: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.split(/\. (?:To specify|This command)/)[0]);
  }
}

function matches(
  flag: string,
  value: string | undefined,
  option: "package-name" | "package-version",
  wanted: string,
): void {
  const { pattern } = optionsSchema.properties[option] as { readonly pattern: string };
  if (value !== undefined && !new RegExp(pattern).test(value)) {
    throw new UsageError(`${flag} must be ${wanted}, but is ${JSON.stringify(value)}`);
  }
}
