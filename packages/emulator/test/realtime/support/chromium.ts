import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Chromium without a window, which needs half the CPU, if it is installed. */
const SHELL = "/usr/bin/chromium-headless-shell";
const CHROMIUM = process.env["CHROMIUM_PATH"] ?? (existsSync(SHELL) ? SHELL : "/usr/bin/chromium");

/** The reason why browser tests cannot run; undefined if they can. In CI they must run. */
export const noChromium: string | undefined =
  existsSync(CHROMIUM) || process.env["CI"] === "true"
    ? undefined
    : `there is no Chromium at ${CHROMIUM}: install it, or set CHROMIUM_PATH`;

if (noChromium !== undefined) console.warn(`skipped: tests in a browser: ${noChromium}`);

/** Starts Chromium, which accepts the certificate of an emulator. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--ignore-certificate-errors"],
  });
}
