import { spawn } from "node:child_process";
import { access, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Files, SpecError } from "./files.ts";
import { readAll } from "./folders.ts";
import type { OpenApiTarget } from "./targets.ts";

/**
 * Runs AutoRest's classic TypeScript generator on the target's OpenAPI 2.0 document and returns the
 * generated files. Starts AutoRest's core without the bootstrapper, because the bootstrapper looks
 * for versions in a registry.
 *
 * @throws SpecError with AutoRest's messages if AutoRest rejects the document or is not installed.
 */
export async function runAutoRest(root: string, target: OpenApiTarget): Promise<Files> {
  const document = join(root, target.entry);
  await access(document).catch(() => {
    throw new SpecError(`${target.entry} is missing: run \`pnpm generate\` first`);
  });
  const scratch = await mkdtemp(join(tmpdir(), "autorest-"));
  try {
    const output = join(scratch, "output");
    const { code, printed } = await run(
      [
        await installed("@autorest/core/entrypoints/app.js"),
        `--use=${dirname(await installed("@autorest/modelerfour/package.json"))}`,
        `--use=${dirname(await installed("@autorest/typescript/package.json"))}`,
        "--typescript",
        `--input-file=${document}`,
        `--output-folder=${output}`,
        "--source-code-folder-path=src",
        "--generate-metadata=false",
        "--package-name=autorest-client",
        "--title=ChatRestClient",
        "--add-credentials=true",
        "--credential-scopes=https://communication.azure.com/.default",
      ],
      { ...process.env, autorest_home: join(scratch, "home") },
    );
    const files = await readAll(join(output, "src"), target.owns[0]);
    if (code !== 0 || files.size === 0) {
      throw new SpecError(`AutoRest rejected ${target.entry}:\n${errorsIn(printed)}`);
    }
    return files;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function installed(path: string): Promise<string> {
  try {
    // AutoRest does not follow symbolic links when it starts its extensions.
    return await realpath(fileURLToPath(import.meta.resolve(path)));
  } catch {
    throw new SpecError(`${path} is not installed: run \`pnpm install\``);
  }
}

function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; printed: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, printed }));
  });
}

/** Returns AutoRest's error lines, or its whole output if it contains none. */
function errorsIn(printed: string): string {
  const lines = printed.split("\n");
  const errors = lines.filter((line) => /^(error|fatal)\b/.test(line));
  return (errors.length > 0 ? errors : lines).join("\n").trim();
}
