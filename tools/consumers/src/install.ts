import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** Thrown if the consumers cannot be installed. The message contains the output of pnpm. */
export class InstallError extends Error {
  override readonly name = "InstallError";
}

const registry = join(import.meta.dirname, "../registry");
const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];

/** Returns the folder for the consumers. It depends on the committed lock file. */
export async function cacheFolder(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) hash.update(await readFile(join(registry, file)));
  const base = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  return join(base, "acs-chat-consumers", hash.digest("hex").slice(0, 16));
}

/**
 * Installs the consumers outside of the workspace, unless an earlier run did. Runs can install in
 * parallel, because the folder is created only when it is complete.
 *
 * @throws InstallError if the folder cannot be created, or if pnpm fails, for example because the registry cannot be
 * reached.
 */
export async function installConsumers(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const temporary = `${folder}.${process.pid}`;
  await mkdir(temporary, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    const message = `The folder ${temporary} cannot be created (${error.code}). Set XDG_CACHE_HOME to a folder that can be written.`;
    throw new InstallError(message, { cause: error });
  });
  try {
    for (const file of files) await cp(join(registry, file), join(temporary, file));
    await pnpmInstall(temporary);
    await rename(temporary, folder).catch((error: NodeJS.ErrnoException) => {
      // Another run has created the same folder.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function pnpmInstall(cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = ["install", "--frozen-lockfile", "--ignore-scripts", "--prefer-offline"];
    const child = spawn("pnpm", args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) =>
      reject(
        new InstallError(
          "pnpm cannot be started: install it, or run this command with npx -y pnpm",
          { cause: error },
        ),
      ),
    );
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new InstallError(output.trimEnd().split("\n").slice(-8).join("\n")));
    });
  });
}
