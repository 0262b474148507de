import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Debian's Chromium without windows. */
const SHELL = "/usr/bin/chromium-headless-shell";

/** The browser that the consumers run in. */
export const chromiumPath =
  process.env["CHROMIUM_PATH"] ?? (existsSync(SHELL) ? SHELL : "/usr/bin/chromium");

/** Starts Chromium. It accepts the certificate of an emulator. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--ignore-certificate-errors"],
  });
}
