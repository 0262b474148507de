import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Finding } from "@acs-chat/check";
import { build } from "esbuild";

/** The size budget for one use of a package. */
interface Budget {
  /** The name of the use in the report. */
  readonly name: string;
  /** The module to bundle. */
  readonly code: string;
  /** The maximum size in kilobytes (1000 bytes), minified and gzipped, without dependencies. */
  readonly kilobytes: number;
  /** Packages to leave out because they have their own budgets. */
  readonly without?: readonly string[];
}

/** A budget with the measured size. */
export interface Measured extends Budget {
  readonly measured: number;
}

const file = "tools/release/data/sizes.json";

/** Bundles and measures each use that has a budget. */
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
        // Only our own code is measured.
        external: ["@azure/*", "node:*", ...(budget.without ?? [])],
      });
      const entry = outputFiles.find(({ path }) => path.endsWith("stdin.js"));
      const measured = gzipSync(entry?.contents ?? new Uint8Array()).length / 1000;
      return Object.assign({ measured }, budget);
    }),
  );
}

/** Returns a finding for each use that exceeds its budget. */
export function sizeFindings(sizes: readonly Measured[]): Finding[] {
  return sizes
    .filter(({ measured, kilobytes }) => measured > kilobytes)
    .map(({ name, measured, kilobytes }) => ({
      where: file,
      what: `${name} is ${measured.toFixed(2)} KB, but its budget is ${kilobytes} KB`,
      todo: "find what made the bundle larger, or increase the budget and give the reason in the commit",
    }));
}
