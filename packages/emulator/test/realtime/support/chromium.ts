import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const path = "/usr/bin/chromium";
const present = existsSync(path);

/** Why tests in a browser cannot run here; undefined if they can. In CI they have to. */
export const noChromium: string | undefined =
  present || process.env["CI"] === "true"
    ? undefined
    : `${path} is missing (Debian package chromium)`;

if (noChromium !== undefined) console.warn(`skipped: tests in a browser: ${noChromium}`);

/** Starts Chromium; it takes the certificate of an emulator as it is. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--ignore-certificate-errors"],
  });
}
