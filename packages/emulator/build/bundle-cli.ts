// Bundles the command into few files: loading some eighty modules one by one is most of its start.
// What is loaded later stays apart, and so do the dependencies.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

// Names of shared parts change with their content: what an earlier build left would be shipped too.
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
