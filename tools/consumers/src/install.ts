import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** Thrown if packages cannot be installed. The message contains the output of pnpm. */
export class InstallError extends Error {
  override readonly name = "InstallError";
}

/** The folder that pins the consumers. */
export const consumersRegistry: string = join(import.meta.dirname, "../registry");
const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];

/** Returns the cache folder for the packages that a registry folder pins. It depends on the committed lock file. */
async function cacheFolder(registry: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) hash.update(await readFile(join(registry, file)));
  const base = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  return join(base, "acs-chat-consumers", hash.digest("hex").slice(0, 16));
}

/**
 * Installs packages outside of the workspace, unless an earlier run did. Runs can install in
 * parallel, because the folder is created only when it is complete.
 *
 * @param registry - The folder with the manifest, the lock file and the settings of pnpm.
 * @returns The folder that contains `node_modules`.
 * @throws InstallError if the folder cannot be created, or if pnpm fails, for example because the registry cannot be
 * reached.
 */
export async function installPackages(registry: string): Promise<string> {
  const folder = await cacheFolder(registry);
  if (existsSync(folder)) return folder;
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
  return folder;
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
