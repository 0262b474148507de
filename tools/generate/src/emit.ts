import { runAutoRest } from "./autorest.ts";
import { convertOpenApi } from "./convert.ts";
import { type Files, SpecError } from "./files.ts";
import { withProgress } from "./progress.ts";
import type { OpenApiTarget, Target, TypeSpecTarget } from "./targets.ts";
import { compileTypeSpec } from "./typespec.ts";

/**
 * Generates in memory what the targets should hold, starting from each specification once.
 *
 * @throws SpecError when a specification cannot be generated from, or would write where no target owns the folder.
 */
export async function emit(
  root: string,
  wanted: readonly Target[],
  log: (line: string) => void,
): Promise<Files> {
  const typespec = wanted.filter((target): target is TypeSpecTarget => target.from === "typespec");
  const openapi = wanted.filter((target): target is OpenApiTarget => target.from === "openapi");
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
  // AutoRest runs in processes of its own, mostly waiting for one another: side by side costs little more than one.
  parts.push(
    ...(await Promise.all(
      openapi.map((target) =>
        withProgress(`AutoRest on ${target.entry}`, log, () => runAutoRest(root, target)),
      ),
    )),
  );
  const files: Files = new Map(parts.flatMap((part) => Array.from(part)));
  const stray = [...files.keys()].find(
    (path) => !wanted.some((target) => target.owns.some((folder) => path.startsWith(`${folder}/`))),
  );
  if (stray !== undefined) {
    throw new SpecError(`${stray} would be written, but no target owns its folder`);
  }
  return files;
}
