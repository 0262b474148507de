import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Files, SpecError } from "./files.ts";
import { readAll } from "./folders.ts";
import type { TypeSpecTarget } from "./targets.ts";
import { versionOf } from "./typespec.ts";

const execute = promisify(execFile);

/** The only emitter with a command for OpenAPI documents. */
const emitter = "@acs-chat/codegen";

/**
 * Generates the targets of an OpenAPI document with the emitter's command, and returns the files.
 *
 * @throws SpecError with the command's message, or for a target with another emitter.
 */
export async function convertOpenApi(
  root: string,
  entry: string,
  sharing: readonly TypeSpecTarget[],
): Promise<Files> {
  const parts: Files[] = [];
  for (const target of sharing) parts.push(await convert(root, entry, target));
  return new Map(parts.flatMap((part) => Array.from(part)));
}

async function convert(root: string, entry: string, target: TypeSpecTarget): Promise<Files> {
  const { name, owns } = target;
  if (target.emitter?.name !== emitter) {
    throw new SpecError(
      `${entry} is an OpenAPI document, which only ${emitter} supports: set it as the emitter of the target "${name}"`,
    );
  }
  const used = target.emitter;
  const options = { ...used.options, "package-version": await versionOf(join(root, used.package)) };
  const scratch = await mkdtemp(join(tmpdir(), "convert-"));
  try {
    const output = join(scratch, "output");
    await execute(process.execPath, [
      join(
        dirname(fileURLToPath(import.meta.resolve(`${emitter}/package.json`))),
        "dist/cli/main.js",
      ),
      join(root, entry),
      "--out",
      output,
      "--code-only",
      ...Object.entries(options).flatMap(([option, value]) => [flagOf(option), String(value)]),
    ]).catch((error: { readonly stderr?: string }) => {
      throw new SpecError(`Cannot generate code from ${entry}:\n${error.stderr ?? String(error)}`);
    });
    return await readAll(output, owns[0] ?? "");
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Returns the command's flag for an option of the emitter. */
function flagOf(option: string): string {
  return option === "package-name" ? "--name" : `--${option}`;
}
