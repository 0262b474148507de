import { existsSync } from "node:fs";

/** The Chromium of this machine; undefined if there is none. CI has one and must not skip. */
export function chromiumPath(): string | undefined {
  const path = [
    process.env["CHROMIUM_PATH"],
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
  ].find((one) => one !== undefined && existsSync(one));
  if (path === undefined && process.env["CI"] === "true") {
    throw new Error("Chromium is missing: set CHROMIUM_PATH.");
  }
  return path;
}
