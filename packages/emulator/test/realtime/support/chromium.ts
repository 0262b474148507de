import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Chromium without windows of its own, half the work for the machine, where it is installed. */
const SHELL = "/usr/bin/chromium-headless-shell";
const CHROMIUM = process.env["CHROMIUM_PATH"] ?? (existsSync(SHELL) ? SHELL : "/usr/bin/chromium");

/** Why tests in a browser cannot run here; undefined if they can. In CI they have to. */
export const noChromium: string | undefined =
  existsSync(CHROMIUM) || process.env["CI"] === "true"
    ? undefined
    : `there is no Chromium at ${CHROMIUM}: install it, or set CHROMIUM_PATH`;

if (noChromium !== undefined) console.warn(`skipped: tests in a browser: ${noChromium}`);

/** Starts Chromium; it takes the certificate of an emulator as it is. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--ignore-certificate-errors"],
  });
}
