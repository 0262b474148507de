import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { limit, ratio, type Row } from "./row.ts";

/** Measures the minified and compressed bundles of our client and of the official one. */
export async function benchBundles(): Promise<Row[]> {
  const alone = await size(`export { ChatClient } from "@acs-chat/client";`);
  const referenceAlone = await size(`export { ChatClient } from "@azure/communication-chat";`);
  const credential = `export { AzureCommunicationTokenCredential } from "@azure/communication-common";`;
  const ours = await size(`export { ChatClient } from "@acs-chat/client"; ${credential}`);
  const reference = await size(
    `export { ChatClient } from "@azure/communication-chat"; ${credential}`,
  );
  return [
    ratio(
      "bundle of ChatClient",
      "KB gzip",
      { ours: alone, reference: referenceAlone },
      { max: 0.341 },
    ),
    limit("  the same, absolute", "KB gzip", alone, 28.5),
    ratio("bundle of ChatClient and credential", "KB gzip", { ours, reference }, { max: 0.369 }),
    limit("  the same, absolute", "KB gzip", ours, 35.5),
  ];
}

async function size(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: dirname(fileURLToPath(import.meta.url)) },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    // With splitting, lazy imports are not part of the entry.
    splitting: true,
    outdir: "unused",
    write: false,
    legalComments: "none",
  });
  const entry = outputFiles.find((file) => file.path.endsWith("stdin.js"))!;
  // Chunks that the entry imports statically count as part of it.
  const loaded = new Set([entry]);
  for (const file of loaded) {
    for (const [, chunk] of file.text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) {
      const found = outputFiles.find((other) => other.path.endsWith(`/${chunk}`));
      if (found !== undefined) loaded.add(found);
    }
  }
  const bytes = [...loaded].reduce((sum, file) => sum + gzipSync(file.contents).length, 0);
  return bytes / 1000;
}
