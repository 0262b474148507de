import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test, vi } from "vitest";

// Bounds against hanging, far beyond what a busy machine needs.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Bundles for browsers, minified and split as an application's bundler does. */
async function bundle(contents: string) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents,
      resolveDir: fileURLToPath(new URL("../../src", import.meta.url)),
      loader: "ts",
    },
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    outdir: "out",
    write: false,
    metafile: true,
    legalComments: "none",
  });
  return Object.entries(metafile.outputs).map(([path, { inputs }]) => {
    const file = outputFiles.find((one) => one.path.endsWith(path))!;
    const sources = Object.entries(inputs)
      .filter(([input, { bytesInOutput }]) => bytesInOutput > 0 && input.includes("src/realtime/"))
      .map(([input]) => input.replace(/.*\//, ""));
    return {
      name: path.replace(/^out\//, "").replace(/-.*/, ""),
      sources,
      gzip: gzipSync(file.contents, { level: 9 }).length,
    };
  });
}

test("the entry has nothing of real time but the way to it", async () => {
  const files = await bundle(`export { ChatClient } from "./index.ts";`);
  const entry = files.find(({ name }) => name.startsWith("stdin"))!;
  expect(entry.sources).toEqual(["realtime.ts"]);
});

test("the transport, and all that is loaded lazily, stay small", async () => {
  const files = await bundle(`export { ChatClient } from "./index.ts";`);
  const lazy = files.filter(({ name }) => name === "notifications" || name === "polling");
  expect(lazy.map(({ name }) => name).toSorted()).toEqual(["notifications", "polling"]);
  const { gzip } = lazy.find(({ name }) => name === "notifications")!;
  // The transport by itself, the class of its errors included; long polling is loaded where it is needed.
  const parts = await bundle(`export { createTrouterTransport } from "./realtime/trouter.ts";`);
  const sum = (some: typeof parts) => some.reduce((total, part) => total + part.gzip, 0);
  const transport = sum(parts.filter(({ name }) => name !== "polling"));
  console.log(
    `real time, gzip: transport ${transport} B, long polling ${sum(parts) - transport} B; ` +
      `with listeners and events() ${gzip} B`,
  );
  expect(transport).toBeLessThanOrEqual(6000);
  expect(gzip).toBeLessThanOrEqual(6800);
});
