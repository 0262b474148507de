import { existsSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { buildDependencies } from "@acs-chat/generate/command";
import { UsageError } from "../options.ts";
import { runTypeChecker } from "../typecheck.ts";
import { attempt, type Attempt } from "./emit.ts";
import { findProjects } from "./projects.ts";
import { report, type Verdict } from "./report.ts";

/** The folder for the clients of real services. Git ignores it. It is in this package so that imports resolve. */
const outFolder = join(import.meta.dirname, "../out-real");

/** `pnpm conformance real <folder>`: runs the emitter on every TypeSpec project and OpenAPI document of a folder. */
export async function runReal(
  folder: string | undefined,
  progress: (line: string) => void,
): Promise<number> {
  if (folder === undefined || !existsSync(folder)) {
    throw new UsageError(
      folder === undefined
        ? "real needs a folder of TypeSpec projects or OpenAPI documents; see --help"
        : `real: the folder ${folder} does not exist`,
    );
  }
  await buildDependencies("@acs-chat/conformance", console.error);
  await rm(outFolder, { recursive: true, force: true });
  const projects = findProjects(resolve(folder));
  const attempts: Attempt[] = [];
  for (const [index, project] of projects.entries()) {
    progress(`emitting ${index + 1}/${projects.length} ${project.name}`);
    attempts.push(await attempt(project, join(outFolder, String(index))));
  }
  progress("type-checking");
  const typeErrors = await typeErrorsByFolder();
  const verdicts: Verdict[] = [];
  for (const one of attempts) verdicts.push(await judge(one, typeErrors));
  progress("");
  for (const line of report(verdicts)) console.log(line);
  return verdicts.some(({ kind }) => kind === "crashed" || kind === "not type-checking") ? 1 : 0;
}

async function judge(
  { project, emitted, bare, emitting }: Attempt,
  typeErrors: ReadonlyMap<string, readonly string[]>,
): Promise<Verdict> {
  const times = { name: project.name, bare, emitting };
  if (emitted.kind === "refused") {
    const { codes, message } = emitted;
    return { ...times, kind: "refused", codes, reason: `${codes.join(", ")}: ${message}` };
  }
  if (emitted.kind === "crashed") return { ...times, kind: "crashed", reason: emitted.message };
  if (emitted.kind !== "emitted") return { ...times, kind: emitted.kind, reason: "" };
  const [error] = typeErrors.get(emitted.folder) ?? [];
  if (error !== undefined) return { ...times, kind: "not type-checking", reason: error };
  try {
    await import(join(emitted.folder, "index.ts"));
    return { ...times, kind: "ok", reason: "" };
  } catch (cause) {
    return { ...times, kind: "not loading", reason: String(cause).split("\n")[0] ?? "" };
  }
}

/** Returns the type errors of each emitted client, with the same flags as for the public scenarios. */
async function typeErrorsByFolder(): Promise<ReadonlyMap<string, readonly string[]>> {
  const errors = new Map<string, string[]>();
  if (!existsSync(outFolder) || (await readdir(outFolder)).length === 0) return errors;
  const config = join(outFolder, "tsconfig.json");
  await writeFile(config, JSON.stringify({ extends: "../tsconfig.json", include: ["**/*"] }));
  const { code, output } = await runTypeChecker(config);
  for (const line of output.split("\n")) {
    const [, number = "", text = ""] =
      /(?:^|out-real\/)(\d+)\/(\S+\(\d+,\d+\): error .*)$/.exec(line) ?? [];
    if (number === "") continue;
    const folder = join(outFolder, number);
    errors.set(folder, [...(errors.get(folder) ?? []), text]);
  }
  if (code !== 0 && errors.size === 0) throw new Error(`The type-checker failed:\n${output}`);
  return errors;
}
