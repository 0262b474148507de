import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Document } from "./openapi-documents.ts";

/** A generator of clients, by its name. */
type Generator = "ours" | "reference";

const workspace = join(import.meta.dirname, "../../..");
const output = join(import.meta.dirname, "../.test-openapi");

/** Returns the arguments of Node that generate a client. `references` is the folder with the reference. */
function commandOf(generator: Generator, document: string, out: string, references: string) {
  if (generator === "ours") {
    const program = join(workspace, "packages/codegen/dist/cli/main.js");
    return [program, document, "--out", out, "--code-only"];
  }
  const program = join(references, "node_modules/@hey-api/openapi-ts/bin/run.js");
  const plugins = ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"];
  return [program, "-i", document, "-o", out, "-p", ...plugins, "--silent", "--no-log-file"];
}

/** What a generator makes of a document. */
export interface Result {
  /** Seconds of generating, if a client was written. */
  readonly seconds?: number;
  /** Whether the client type-checks under `strict`, and under all flags of this repository. */
  readonly isStrict: boolean;
  readonly isStrictest: boolean;
}

/** Generates a client in a separate process, and type-checks it. */
export function generate(
  generator: Generator,
  { name, path }: Document,
  references: string,
): Result {
  const folder = folderOf(generator, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const started = performance.now();
  const { status } = spawnSync(process.execPath, commandOf(generator, path, folder, references), {
    cwd: folder,
    stdio: "ignore",
    timeout: 300_000,
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0 || !existsSync(join(folder, "index.ts")))
    return { isStrict: false, isStrictest: false };
  return {
    seconds,
    isStrict: isChecked(folder, "strict"),
    isStrictest: isChecked(folder, "strictest"),
  };
}

function folderOf(generator: Generator, name: string): string {
  return join(output, name, generator);
}

/** Both generators are checked like code of an application that is bundled. */
const compilerOptions = {
  module: "preserve",
  moduleResolution: "bundler",
  target: "es2023",
  lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable", "esnext.disposable"],
  types: ["node"],
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  rewriteRelativeImportExtensions: false,
};

function isChecked(folder: string, level: "strict" | "strictest"): boolean {
  const config = join(folder, `tsconfig.${level}.json`);
  const base = relative(folder, join(workspace, "tsconfig.base.json"));
  writeFileSync(
    config,
    JSON.stringify({
      ...(level === "strictest" ? { extends: base } : {}),
      compilerOptions: {
        ...compilerOptions,
        ...(level === "strictest" ? { isolatedDeclarations: true } : { strict: true }),
      },
      include: ["**/*.ts"],
    }),
  );
  const tsc = join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
  return spawnSync(process.execPath, [tsc, "-p", config], { stdio: "ignore" }).status === 0;
}

/** The exported functions of a client, by their names in small letters. */
function functionsOf(generator: Generator, name: string): ReadonlyMap<string, string> {
  const folder = folderOf(generator, name);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    generator === "ours" ? /^operations[/.]/.test(path) : path === "sdk.gen.ts",
  );
  const declaration = /^export (?:async function|function|const) ([\p{L}_$][\p{L}\p{N}_$]*)/gmu;
  const names = sources
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) =>
      Array.from(
        readFileSync(join(folder, path), "utf8").matchAll(declaration),
        ([, found = ""]) => found,
      ),
    );
  return new Map(names.map((found) => [found.toLowerCase(), found]));
}

/** Returns the bytes of one operation with its client, minified and compressed; of the first that both have. */
export async function sizes(
  name: string,
): Promise<Readonly<Record<Generator, number>> | undefined> {
  const ours = functionsOf("ours", name);
  const reference = functionsOf("reference", name);
  const common = [...ours.keys()].find((key) => reference.has(key));
  if (common === undefined) return undefined;
  const context = /export function (create\w+Context)\(/.exec(
    readFileSync(join(folderOf("ours", name), "context.ts"), "utf8"),
  )?.[1];
  return {
    ours: await size("ours", name, `export { ${context}, ${ours.get(common)} } from "./index.ts";`),
    reference: await size(
      "reference",
      name,
      `export { client } from "./client.gen"; export { ${reference.get(common)} } from "./sdk.gen";`,
    ),
  };
}

async function size(generator: Generator, name: string, contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folderOf(generator, name), loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    legalComments: "none",
  });
  return gzipSync(outputFiles[0]!.contents).length / 1000;
}

/** Removes all clients that were written. */
export function removeClients(): void {
  rmSync(output, { recursive: true, force: true });
}
