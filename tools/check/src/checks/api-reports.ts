import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { structuredPatch } from "diff";
import { type Check, type Finding, NotReady } from "../check.ts";
import { publicPackages, type WorkspacePackage } from "../workspace.ts";

/** The number of lines that are shown of each difference. */
const shownLines = 10;

/** Compares the public API of each published package with its committed report. */
export const apiReports: Check = {
  name: "api",
  holds: "public API of each package equals its committed report",
  run: async (root) => {
    const findings: Finding[] = [];
    for (const one of await publicPackages(root)) {
      const current = await reportsOf(root, one);
      const committed = await committedReports(root, one);
      for (const [path, text] of current) {
        const before = committed.get(path);
        if (before === undefined) {
          findings.push({ where: path, what: "has no report", todo: review });
        } else if (before !== text) {
          findings.push({ where: path, what: difference(path, before, text), todo: review });
        }
      }
      for (const path of [...committed.keys()].filter((old) => !current.has(old))) {
        findings.push({
          where: path,
          what: "is the report of an entry point that does not exist any more",
          todo: "run `pnpm check --update`, and note that this breaks code that imports it",
        });
      }
    }
    return findings;
  },
};

const review =
  "if the change is intended, run `pnpm check --update`, review the diff from a user's point of view, and add a changeset";

/** Writes the reports, and removes those of missing entry points. Returns the written paths. */
export async function updateApiReports(root: string): Promise<string[]> {
  const written: string[] = [];
  for (const one of await publicPackages(root)) {
    const current = await reportsOf(root, one);
    await rm(join(root, one.folder, "api"), { recursive: true, force: true });
    await mkdir(join(root, one.folder, "api"), { recursive: true });
    for (const [path, text] of current) await writeFile(join(root, path), text);
    written.push(...current.keys());
  }
  return written;
}

/** Returns the reports of a package by path, one for each entry point. */
export async function reportsOf(
  root: string,
  { folder, manifest }: WorkspacePackage,
): Promise<Map<string, string>> {
  const reports = new Map<string, string>();
  const scratch = await mkdtemp(join(tmpdir(), "api-"));
  try {
    for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
      if (typeof target === "string") continue;
      // The declarations of a CommonJS build are the same.
      const types = target.types ?? target.import?.types;
      if (types === undefined) continue;
      const name = [manifest.name.split("/").at(-1), ...entry.split("/").slice(1)].join("-");
      await extract(join(root, folder), types, name, scratch);
      const report = await readFile(join(scratch, `${name}.api.md`), "utf8");
      // Blocks marked "ts" are examples that are compiled and run, so the report uses another mark.
      reports.set(`${folder}/api/${name}.api.md`, report.replaceAll("```ts\n", "```typescript\n"));
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return reports;
}

async function extract(
  folder: string,
  types: string,
  name: string,
  scratch: string,
): Promise<void> {
  const entry = join(folder, types);
  await access(entry).catch(() => {
    throw new NotReady(`${entry} is not built: run \`pnpm build\` first`);
  });
  // Imported here because loading API Extractor takes a second, and --help and other checks do not need it.
  const { Extractor, ExtractorConfig, ExtractorLogLevel } =
    await import("@microsoft/api-extractor");
  const errors: string[] = [];
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(folder, "package.json"),
    configObjectFullPath: join(folder, "api-extractor.json"),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: entry,
      newlineKind: "lf",
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: "es2023",
            module: "nodenext",
            moduleResolution: "nodenext",
            lib: ["es2023", "esnext.disposable", "dom"],
            strict: true,
            skipLibCheck: true,
            types: ["node"],
            // Packages need not depend on the types that their declarations mention.
            typeRoots: [join(import.meta.dirname, "../../node_modules/@types")],
          },
          files: [entry],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: name,
        includeForgottenExports: true,
        reportFolder: scratch,
        reportTempFolder: join(scratch, "temp"),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        // Messages about missing tags are not part of the API.
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.None },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
  const { errorCount } = Extractor.invoke(config, {
    localBuild: true,
    showVerboseMessages: false,
    messageCallback: (message) => {
      message.handled = true;
      if (message.logLevel === ExtractorLogLevel.Error)
        errors.push(message.formatMessageWithLocation(folder));
    },
  });
  if (errorCount > 0)
    throw new NotReady(`api-extractor cannot read ${entry}:\n${errors.join("\n")}`);
}

async function committedReports(
  root: string,
  { folder }: WorkspacePackage,
): Promise<Map<string, string>> {
  const names = await readdir(join(root, folder, "api")).catch(() => []);
  const reports = new Map<string, string>();
  for (const name of names.filter((one) => one.endsWith(".api.md"))) {
    reports.set(`${folder}/api/${name}`, await readFile(join(root, folder, "api", name), "utf8"));
  }
  return reports;
}

function difference(path: string, before: string, after: string): string {
  const { hunks } = structuredPatch(path, path, before, after, "", "", { context: 0 });
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const rest = lines.length > shownLines ? [`… ${lines.length - shownLines} more lines`] : [];
  return ["the public API changed:", ...lines.slice(0, shownLines), ...rest].join("\n");
}
