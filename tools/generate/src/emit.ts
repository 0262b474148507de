import { runAutoRest } from "./autorest.ts";
import { convertOpenApi } from "./convert.ts";
import { type Files, SpecError } from "./files.ts";
import { withProgress } from "./progress.ts";
import type { OpenApiTarget, Target, TypeSpecTarget } from "./targets.ts";
import { compileTypeSpec } from "./typespec.ts";

/**
 * Generates the files of the targets in memory. Compiles each specification once.
 *
 * @throws SpecError for an invalid specification, or for a generated file that is in no target's folder.
 */
export async function emit(
  root: string,
  selected: readonly Target[],
  log: (line: string) => void,
): Promise<Files> {
  const typespec = selected.filter(
    (target): target is TypeSpecTarget => target.from === "typespec",
  );
  const openapi = selected.filter((target): target is OpenApiTarget => target.from === "openapi");
  const parts: Files[] = [];
  for (const entry of new Set(typespec.map((target) => target.entry))) {
    const sharing = typespec.filter((target) => target.entry === entry);
    const isTypeSpec = entry.endsWith(".tsp");
    parts.push(
      await withProgress(`${isTypeSpec ? "compiling" : "converting"} ${entry}`, log, () =>
        isTypeSpec ? compileTypeSpec(root, entry, sharing) : convertOpenApi(root, entry, sharing),
      ),
    );
  }
  // AutoRest's processes mostly wait for each other, so running it for several documents in parallel costs little.
  parts.push(
    ...(await Promise.all(
      openapi.map((target) =>
        withProgress(`AutoRest on ${target.entry}`, log, () => runAutoRest(root, target)),
      ),
    )),
  );
  const files: Files = new Map(parts.flatMap((part) => Array.from(part)));
  const stray = [...files.keys()].find(
    (path) =>
      !selected.some((target) => target.owns.some((folder) => path.startsWith(`${folder}/`))),
  );
  if (stray !== undefined) {
    throw new SpecError(
      `${stray} is in no target's folder: add its folder to "owns" of a target in tools/generate/src/targets.ts`,
    );
  }
  return files;
}
