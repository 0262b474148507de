import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** Bundles a program for browsers, minified and with code splitting, as an application's bundler does. */
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

test("includes only listeners, argument checks and the error class of real time in the entry file", async () => {
  const files = await bundle(`export { ChatClient } from "./index.ts";`);
  const entry = files.find(({ name }) => name.startsWith("stdin"))!;
  expect(entry.sources.toSorted()).toEqual([
    "arguments.ts",
    "event-names.ts",
    "listener-table.ts",
    "realtime-error.ts",
    "realtime.ts",
  ]);
});

test("loads one small file lazily, another one without WebSocket, and one in Node", async () => {
  const files = await bundle(`export { ChatClient, RealtimeError } from "./index.ts";`);
  const names = files.map(({ name }) => name.replace(/^stdin.*/, "entry"));
  expect(names.toSorted()).toEqual(["entry", "node", "notifications", "polling"]);
  const [notifications, polling, node] = ["notifications", "polling", "node"].map(
    (name) => files.find((file) => file.name === name)!.gzip,
  ) as [number, number, number];
  console.log(`real time, gzip: ${notifications} B, long polling ${polling} B, Node ${node} B`);
  expect(notifications + polling).toBeLessThanOrEqual(10_900);
  expect(node).toBeLessThanOrEqual(400);
});
