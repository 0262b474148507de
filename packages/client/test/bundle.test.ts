import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("keeps the browser bundle of ChatClient with a credential and Azure's packages below 35.5 KB", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { ChatClient } from "./index.ts";
        export { AzureCommunicationTokenCredential } from "@azure/communication-common";`,
      resolveDir: fileURLToPath(new URL("../src", import.meta.url)),
      loader: "ts",
    },
    bundle: true,
    minify: true,
    // Dynamic imports become separate files.
    splitting: true,
    format: "esm",
    platform: "browser",
    outdir: "out",
    write: false,
    legalComments: "none",
  });
  const entry = outputFiles.find((file) => file.path.endsWith("stdin.js"))!;
  // The entry file imports no other file.
  expect(entry.text).not.toMatch(/(?:from|import)\s*"\.\//);
  expect(gzipSync(entry.contents).length).toBeLessThanOrEqual(35_500);
});
