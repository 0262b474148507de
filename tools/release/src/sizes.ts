import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Finding } from "@acs-chat/check";
import { build } from "esbuild";

/** How large a use of a package may be. */
export interface Budget {
  /** Which use this is, for the report. */
  readonly name: string;
  /** The module that is bundled. */
  readonly code: string;
  /** Kilobytes (1000 bytes) of the minified bundle, compressed with gzip; dependencies are left out. */
  readonly kilobytes: number;
  /** Packages below, which have budgets of their own. */
  readonly without?: readonly string[];
}

/** A use with its size. */
export interface Measured extends Budget {
  readonly measured: number;
}

const file = "tools/release/data/sizes.json";

/** Bundles each use that has a budget. */
export async function measureSizes(root: string): Promise<Measured[]> {
  const budgets = JSON.parse(await readFile(join(root, file), "utf8")) as readonly Budget[];
  return Promise.all(
    budgets.map(async (budget) => {
      const { outputFiles } = await build({
        stdin: { contents: budget.code, resolveDir: join(root, "tools/release") },
        bundle: true,
        minify: true,
        format: "esm",
        platform: "browser",
        splitting: true,
        outdir: "unused",
        write: false,
        legalComments: "none",
        // What is ours: the packages of others have their own budgets elsewhere.
        external: ["@azure/*", "node:*", ...(budget.without ?? [])],
      });
      const entry = outputFiles.find(({ path }) => path.endsWith("stdin.js"));
      const measured = gzipSync(entry?.contents ?? new Uint8Array()).length / 1000;
      return Object.assign({ measured }, budget);
    }),
  );
}

/** The uses that are larger than they may be. */
export function sizeFindings(sizes: readonly Measured[]): Finding[] {
  return sizes
    .filter(({ measured, kilobytes }) => measured > kilobytes)
    .map(({ name, measured, kilobytes }) => ({
      where: file,
      what: `${name} is ${measured.toFixed(2)} KB, and may be ${kilobytes} KB`,
      todo: "find what came in, or raise the budget and say why in the commit",
    }));
}
