import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Debian's headless Chromium. */
const SHELL = "/usr/bin/chromium-headless-shell";

/** The path of the browser for the consumers. */
export const chromiumPath =
  process.env["CHROMIUM_PATH"] ?? (existsSync(SHELL) ? SHELL : "/usr/bin/chromium");

/** Starts Chromium with a setting that accepts the emulator's certificate. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--ignore-certificate-errors"],
  });
}
