import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Application, Logger, LogLevel, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { root } from "../markdown.ts";
import type { Group } from "./gather.ts";
import { type Page, pageOf, withTitle } from "./page.ts";

/** Collects TypeDoc's warnings and errors. */
class Problems extends Logger {
  readonly found: string[] = [];
  override log(message: string, level: LogLevel): void {
    if (level >= LogLevel.Warn) this.found.push(message.replace(`${root}/`, ""));
  }
}

/** The API reference as Markdown pages. */
export interface Reference {
  /** One group per package, with its index, classes and functions. */
  readonly groups: readonly Group[];
  /** Pages that are not in the menu: interfaces, types and variables. */
  readonly others: readonly Page[];
  readonly problems: readonly string[];
}

const options: TypeDocOptions & Partial<PluginOptions> = {
  name: "API reference",
  logLevel: "Warn",
  plugin: ["typedoc-plugin-markdown"],
  alwaysCreateEntryPointModule: true,
  excludeInternal: true,
  skipErrorChecking: true,
  disableSources: true,
  // TypeDoc shows a type that is not exported where it is used.
  validation: { notExported: false },
  readme: "none",
  hideBreadcrumbs: true,
  hidePageHeader: true,
  excludeScopesInPaths: true,
  entryFileName: "index",
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  typeAliasPropertiesFormat: "table",
  indexFormat: "table",
  useCodeBlocks: true,
  expandParameters: true,
  tableColumnSettings: { hideSources: true, hideModifiers: true },
};

/**
 * Reads the sources of the packages and writes a page for each export.
 *
 * @param names The packages.
 * @param scratch A folder in this package for the compiler's files.
 */
export async function readReference(names: readonly string[], scratch: string): Promise<Reference> {
  const folder = mkdtempSync(join(tmpdir(), "api-"));
  try {
    // One program for all packages takes half as long as TypeDoc's strategy "packages".
    const entryPoints = names.map((name) => join(root, "packages", name, "src/index.ts"));
    const tsconfig = join(scratch, "tsconfig.json");
    const base = join(import.meta.dirname, "../../tsconfig.api.json");
    writeFileSync(tsconfig, JSON.stringify({ extends: base, files: entryPoints, include: [] }));
    const app = await Application.bootstrapWithPlugins({
      ...(options as TypeDocOptions),
      entryPoints,
      tsconfig,
      outputs: [{ name: "markdown", path: folder }],
    });
    const logger = new Problems();
    app.logger = logger;
    const project = await app.convert();
    // TypeDoc names modules after their folders, such as "client/src", unless there is only one module.
    for (const module of project?.children ?? []) {
      const name = names.find((one) => module.name.startsWith(`${one}/`)) ?? names[0];
      module.name = `@acs-chat/${name}`;
    }
    if (project !== undefined) await app.generateOutputs(project);
    return { ...pagesIn(folder, names), problems: logger.found };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether a page is in the menu. There are too many other pages. */
const isListed = ({ path }: Page) => /\/(?:index\.md|classes\/|functions\/)/.test(path);
/** Whether a page lists the exports of a package. */
const isOverview = ({ path }: Page) => path.endsWith("/index.md");
/** The overview of a package comes first. */
const rank = (page: Page) => (isOverview(page) ? 0 : 1);

function pagesIn(folder: string, names: readonly string[]): Omit<Reference, "problems"> {
  const files = globSync("*/**/*.md", { cwd: folder }).toSorted();
  const pages = files.map((file) => {
    const page = pageOf(`api/${file}`, readFileSync(join(folder, file), "utf8"), "reference");
    return isOverview(page) ? withTitle(page, `${page.title} API`) : page;
  });
  return {
    groups: names.map((name) => ({
      label: `@acs-chat/${name}`,
      collapsed: true,
      pages: pages
        .filter((page) => page.path.startsWith(`api/${name}/`) && isListed(page))
        .toSorted((a, b) => rank(a) - rank(b)),
    })),
    others: pages.filter((page) => !isListed(page)),
  };
}
