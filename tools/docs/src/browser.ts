import { existsSync } from "node:fs";

/** Returns the path of the installed Chromium; undefined if there is none. Throws in CI, where no test may be skipped. */
export function chromiumPath(): string | undefined {
  const path = [
    process.env["CHROMIUM_PATH"],
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
  ].find((one) => one !== undefined && existsSync(one));
  if (path === undefined && process.env["CI"] === "true") {
    throw new Error("Chromium is missing: install it, or set CHROMIUM_PATH.");
  }
  return path;
}
