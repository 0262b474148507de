import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Chromium without windows of its own, half the work for the machine, where it is installed. */
const SHELL = "/usr/bin/chromium-headless-shell";
const CHROMIUM = process.env["CHROMIUM_PATH"] ?? (existsSync(SHELL) ? SHELL : "/usr/bin/chromium");

/** Why there can be no test in a browser here; undefined if there can. In CI there must be. */
export function missingBrowser(): string | undefined {
  if (existsSync(CHROMIUM)) return undefined;
  const reason = `There is no Chromium at ${CHROMIUM}: install it, or set CHROMIUM_PATH.`;
  if (process.env["CI"] === "true") throw new Error(reason);
  console.warn(`Skipped: ${reason}`);
  return reason;
}

/** Starts Chromium without anything that would reach for the network. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
