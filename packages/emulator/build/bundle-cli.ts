// Bundles the command into few files, because loading about eighty modules takes most of its start.
// Modules that are loaded later and dependencies are not bundled.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

// Remove the files of an earlier build: the names of chunks contain a hash, so they would be published too.
rmSync(path("../dist/cli"), { recursive: true, force: true });
await build({
  entryPoints: [path("../src/cli/main.ts")],
  outdir: path("../dist/cli"),
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22",
  packages: "external",
  logLevel: "warning",
});
