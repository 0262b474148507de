import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apiReports, type Check, type Finding, type Row, table } from "@acs-chat/check";
import { withProgress } from "@acs-chat/generate";
import { gateFindings, compareAllWithLastRelease, type Verdict } from "./gate.ts";
import { type Planned, planRelease } from "./plan.ts";
import { run, ToolError } from "./process.ts";
import { type Measured, measureSizes, sizeFindings } from "./sizes.ts";
import { contentFindings, pack, publintFindings, type Tarball, typesFindings } from "./tarball.ts";

/** Runs all checks and, without --dry-run, publishes the packages. Returns the exit code. */
export async function release(
  root: string,
  { dryRun }: { readonly dryRun: boolean },
  log: (line: string) => void,
): Promise<number> {
  const step = <Result>(what: string, work: () => Promise<Result>): Promise<Result> =>
    withProgress(what, log, work);
  const scratch = await mkdtemp(join(tmpdir(), "pack-"));
  try {
    const plan = await step("applying changesets", () => planRelease(root));
    const packed: [Planned, Tarball][] = [];
    for (const one of plan) {
      packed.push([one, await step(`packing ${one.name}`, () => pack(root, one.folder, scratch))]);
    }
    const sizes = await step("measuring sizes", () => measureSizes(root));
    const verdicts = await step("running the tests of the last release", () =>
      compareAllWithLastRelease(root, plan),
    );
    const rows = await step("checking the packages", () =>
      Promise.all(
        checksOf(packed, sizes, verdicts).map(async (check): Promise<Row> => {
          const started = performance.now();
          const result = await check.run(root);
          return { check, result, seconds: (performance.now() - started) / 1000 };
        }),
      ),
    );
    log(table(rows));
    log("");
    log(sizes.map(sizeLine).join("\n"));
    log("");
    log(verdicts.map(verdictLine).join("\n"));
    log("");
    log(packed.map(([one, tarball]) => packageLine(one, tarball)).join("\n"));
    const failed = rows.some(({ result }) => !("notReady" in result) && result.length > 0);
    if (failed) {
      log(
        "\nNo package was published. Correct the findings above, then run `pnpm release --dry-run` again.",
      );
      return 1;
    }
    if (dryRun) {
      log("\nDry run: no package was published.");
      return 0;
    }
    return await publish(root, plan, log);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function checksOf(
  packed: readonly (readonly [Planned, Tarball])[],
  sizes: readonly Measured[],
  verdicts: readonly Verdict[],
): Check[] {
  const each =
    (look: (folder: string, tarball: Tarball) => Finding[] | Promise<Finding[]>) => async () =>
      (await Promise.all(packed.map(([{ folder }, tarball]) => look(folder, tarball)))).flat();
  return [
    {
      name: "contents",
      holds: "packages contain the files that users need",
      run: each(contentFindings),
    },
    { name: "publint", holds: "package.json matches the packed files", run: each(publintFindings) },
    {
      name: "attw",
      holds: "types resolve in every module resolution mode",
      run: each(typesFindings),
    },
    {
      name: "sizes",
      holds: "bundles are within their budgets",
      run: async () => sizeFindings(sizes),
    },
    apiReports,
    {
      name: "breaking",
      holds: "breaking changes are announced in a major changeset",
      run: async () => gateFindings(verdicts),
    },
  ];
}

function sizeLine({ name, measured, kilobytes }: Measured): string {
  return `${name}: ${measured.toFixed(2)} KB of ${kilobytes} KB, minified and compressed, without dependencies`;
}

function verdictLine({ name, release: last, breaks, announced }: Verdict): string {
  if (last === undefined) return `${name}: no earlier release to compare with`;
  const count = breaks.length === 0 ? "compatible" : `${breaks.length} breaking change(s)`;
  return `${last}: ${count}${announced ? ", with a major changeset" : ""}`;
}

function packageLine({ name, version, next, tag, entry }: Planned, tarball: Tarball): string {
  const step = next === version ? version : `${version} → ${next}`;
  const lines = [
    `${name} ${step}, npm tag ${tag}, with provenance: ${tarball.files.length} files, ${(tarball.bytes / 1000).toFixed(1)} KB packed`,
  ];
  if (entry !== "") lines.push(`    ${entry.replaceAll("\n", "\n    ")}`);
  return lines.join("\n");
}

async function publish(
  root: string,
  plan: readonly Planned[],
  log: (line: string) => void,
): Promise<number> {
  const waiting = plan.filter(({ version, next }) => version !== next);
  if (waiting.length > 0) {
    log(
      "\nNo package was published, because changesets are pending. Run `pnpm changeset version`, commit the result, and run the command again.",
    );
    return 1;
  }
  const { output: changed } = await run("git", ["status", "--porcelain"], root, []);
  if (changed.trim() !== "") {
    log(
      "\nNo package was published, because the working tree has uncommitted changes. Commit them first.",
    );
    return 1;
  }
  // The packages depend on each other, so one preview makes all of them previews.
  const tag = plan.some((one) => one.tag === "preview") ? ["--tag", "preview"] : [];
  const { code, output } = await run("changeset", ["publish", ...tag], root, [root]);
  log(output);
  if (code !== 0)
    throw new ToolError(
      "publishing failed: see the errors above and run the command again; published packages are skipped",
    );
  return 0;
}
