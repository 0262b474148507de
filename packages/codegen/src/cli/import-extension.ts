import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { getTsconfig, parseTsconfig, type TsConfigJson } from "get-tsconfig";
import type { ImportExtension } from "../write/import-extensions.ts";
import { RefusedError } from "./refused-error.ts";

/** The settings of a project. */
export interface ProjectSettings {
  /** The path of its tsconfig.json. */
  readonly path: string;
  /** The extension that TypeScript requires in imports. */
  readonly extension: ImportExtension;
}

/**
 * Reads the tsconfig.json and package.json around a folder. Returns undefined if there is no tsconfig.json.
 * @throws RefusedError if one of them cannot be read.
 */
export function projectSettings(folder: string): ProjectSettings | undefined {
  try {
    return readSettings(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\.?$/, ".") : String(error);
    throw new RefusedError(
      `The settings of the project around ${relative(process.cwd(), folder)} cannot be read: ${reason} Correct tsconfig.json or package.json, or pass --import-extension. Nothing was written.`,
      { cause: error },
    );
  }
}

function readSettings(folder: string): ProjectSettings | undefined {
  const found = getTsconfig(existingFolder(folder));
  if (found === null) return undefined;
  const { path, config } = found;
  // A configuration without files of its own, such as Vite's and Angular's, only lists others.
  const [first] = config.files?.length === 0 ? (config.references ?? []) : [];
  const listed = first && fileOf(resolve(dirname(path), first.path));
  // A listed configuration may be generated later, as Nuxt's is.
  return listed !== undefined && existsSync(listed)
    ? settingsOf(listed, parseTsconfig(listed), folder)
    : settingsOf(path, config, folder);
}

function settingsOf(
  path: string,
  { compilerOptions = {} }: TsConfigJson,
  folder: string,
): ProjectSettings {
  return { path, extension: extensionFor(compilerOptions, folder) };
}

/** Returns the folder, or the nearest folder around it that exists. */
function existingFolder(folder: string): string {
  return existsSync(folder) ? folder : existingFolder(dirname(folder));
}

function fileOf(path: string): string {
  return existsSync(path) && statSync(path).isDirectory() ? join(path, "tsconfig.json") : path;
}

function extensionFor(
  options: NonNullable<TsConfigJson["compilerOptions"]>,
  folder: string,
): ImportExtension {
  if (options.allowImportingTsExtensions || options.rewriteRelativeImportExtensions) return "ts";
  const { module = "", moduleResolution = module } = options;
  const isNode = /^node(16|18|20|next)$/i.test(moduleResolution);
  // Node requires an extension in ES modules only. Tools such as Jest do not find `./models.js` in CommonJS.
  return isNode && isModule(folder) ? "js" : "none";
}

/** Whether the nearest package.json declares that its files are ES modules. */
function isModule(folder: string): boolean {
  const path = join(folder, "package.json");
  if (existsSync(path)) {
    const { type } = JSON.parse(readFileSync(path, "utf8")) as { readonly type?: string };
    return type === "module";
  }
  return dirname(folder) !== folder && isModule(dirname(folder));
}
