import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";

/** The headless build of Chromium, which needs half the CPU. Used if it is installed. */
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

/** Serves the programs as modules with code splitting, and a page that loads one. */
export async function serveSite(): Promise<{ url: string } & AsyncDisposable> {
  const { outputFiles } = await build({
    entryPoints: ["page.ts", "worker.ts"].map((file) =>
      fileURLToPath(new URL(`../programs/${file}`, import.meta.url)),
    ),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    outdir: "/",
    write: false,
    logLevel: "error",
  });
  const files = new Map(outputFiles.map((file) => [file.path, file.text]));
  const server = createServer((request, response) => {
    const script = files.get(request.url ?? "");
    response.setHeader("Content-Type", script === undefined ? "text/html" : "text/javascript");
    response.end(script ?? `<!doctype html><script type="module" src="/page.js"></script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
