import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";

/** Debian's Chromium without windows. It needs half the CPU of `chromium`. */
const shell = "/usr/bin/chromium-headless-shell";

/** The path of the Chromium to use: `CHROMIUM_PATH`, or else Debian's. The file may be missing. */
export const chromiumPath: string =
  process.env["CHROMIUM_PATH"] ?? (existsSync(shell) ? shell : "/usr/bin/chromium");

/**
 * Returns why browser tests cannot run here, and prints it; undefined if they can.
 *
 * @throws Error in CI, where they must run.
 */
export function missingChromium(): string | undefined {
  if (existsSync(chromiumPath)) return undefined;
  const reason = `There is no Chromium at ${chromiumPath}: install it, or set CHROMIUM_PATH.`;
  if (process.env["CI"] === "true") throw new Error(reason);
  console.warn(`Skipped: ${reason}`);
  return reason;
}

/** Starts Chromium, which sends no requests of its own. */
export async function startChromium(args: readonly string[] = []): Promise<Browser> {
  // Loading it takes longer than all other code of a command that prints its help.
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      // A tab keeps its process, with the compiled scripts, also when it goes to another page.
      "--renderer-process-limit=1",
      ...args,
    ],
  });
}

let shared: Promise<Browser> | undefined;

/** Returns a browser that all tests of this process share. It ends with the process. */
export function sharedChromium(): Promise<Browser> {
  return (shared ??= startChromium());
}
