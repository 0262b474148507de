import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { publicPackages, reportsOf, scratchCopy } from "@acs-chat/check";
import { describePlace } from "@acs-chat/codegen/contract";
import {
  inspect,
  SpecError,
  type Target,
  targets,
  withProgress,
  writeInspected,
} from "@acs-chat/generate";
import {
  type Change,
  contractOf,
  describeChange,
  diffContracts,
  withUnsaid,
} from "@acs-chat/spec-diff";
import { brokenPromises, coverage, type Item, mentions, typeErrors } from "./checklist.ts";
import { displayed } from "./displayed.ts";
import { lostByOlderVersions } from "./lost.ts";
import { Refusal, type Request } from "./request.ts";
import { runCommand } from "./scripts.ts";
import { changesetFor, type Proposal, proposeStep } from "./semver.ts";
import { compiledDocument, leftOut, type Specified, specify } from "./specify.ts";
import type { TakenForRename } from "./typespec/adopt.ts";
import { changesBetween, type FileChange, snapshotOf, writeBack } from "./write-back.ts";

/** The result of a bump, or with `dryRun` what a bump would do. */
export interface Report {
  readonly version: string;
  /** The API version that the new one is compared with. */
  readonly from: string;
  readonly shownAs: string;
  readonly changes: readonly Change[];
  readonly renames: readonly TakenForRename[];
  /** The tasks that remain to be done by hand. */
  readonly items: readonly Item[];
  readonly proposal: Proposal;
  readonly changeset: string;
  readonly files: readonly FileChange[];
  readonly dryRun: boolean;
}

const openapi = "specs/chat/openapi";

/**
 * Adds a new API version to the repository. All work is done in a copy; the repository itself is written at the end,
 * and only if every step succeeded.
 *
 * @throws Refusal if the new specification does not compile, or does not contain the version.
 */
export async function bump(
  request: Request,
  root: string,
  log: (line: string) => void,
): Promise<Report> {
  const { version } = request;
  const step = <Result>(what: string, work: () => Promise<Result>): Promise<Result> =>
    withProgress(what, log, work);
  await using copy = await step("copying the repository", () => scratchCopy(root));
  const original = await snapshotOf(copy.root);
  const from = comparedWith(request);
  const before = compiledDocument(root, from).contract;
  const specified = await specify(copy.root, request, before);
  const history = await step("compiling and generating", () =>
    regenerate(copy.root, request, specified),
  );
  const after = compiledDocument(copy.root, version);
  // A given OpenAPI document is compared as it is, including what its TypeSpec does not express yet.
  const { specification } = request;
  const given =
    specification.kind === "openapi"
      ? withUnsaid(specification.read.contract, before)
      : after.contract;
  const changes = diffContracts(contractOf(before), contractOf(given));
  await step("building the packages on the new code", () => build(copy.root));
  const [lost, errors, broken, uncovered] = await step(
    "checking types, released tests and coverage",
    () =>
      Promise.all([
        lostByOlderVersions(root, copy.root),
        typeErrors(copy.root),
        brokenPromises(root, copy.root),
        coverage(copy.root),
      ]),
  );
  const items = [
    ...specified.items,
    ...leftOut(request, after),
    ...history,
    ...lost,
    ...errors,
    ...broken,
    ...uncovered,
    ...(version.endsWith("-preview") ? [] : await mentions(copy.root, from)),
    ...(await secondOpinion(copy.root, version)),
  ];
  const { renames } = specified;
  const proposal = proposeStep(changes, errors.length + broken.length);
  const changeset = changesetFor(version, proposal, changes, describeChange);
  await mkdir(join(copy.root, ".changeset"), { recursive: true });
  await writeFile(join(copy.root, changeset.path), changeset.text);
  const files = changesBetween(original, await snapshotOf(copy.root));
  if (!request.dryRun) await writeBack(root, files);
  const { shownAs, dryRun } = request;
  return {
    version,
    from,
    shownAs,
    changes,
    renames,
    items,
    proposal,
    changeset: changeset.path,
    files,
    dryRun,
  };
}

/**
 * Returns the API version to compare with: for a preview the newest one before it, otherwise the newest stable one
 * before it.
 */
function comparedWith({ version, known }: Request): string {
  const before = known.filter((one) => one < version);
  const stable = before.filter((one) => !one.endsWith("-preview"));
  const from = (version.endsWith("-preview") ? before : stable).at(-1);
  if (from === undefined) {
    throw new Refusal(
      `no known API version is older than ${version}: name a version that is newer than ${known[0] ?? "the known ones"}`,
    );
  }
  return from;
}

/** Ignores progress of the generator, because the bump reports its own steps. */
function quiet(): void {}

/** Regenerates everything from the chat specification. Returns an item for each older API version whose document changed. */
async function regenerate(
  root: string,
  { version, known, shownAs }: Request,
  specified: Specified,
): Promise<Item[]> {
  const wanted: readonly Target[] = targets.filter(
    ({ from, entry }) => from === "typespec" && entry.startsWith("specs/chat/"),
  );
  try {
    const inspected = await inspect(root, wanted, quiet);
    if (!inspected.files.has(`${openapi}/${version}.json`)) {
      throw new Refusal(
        `${shownAs} has no API version ${version}: add it to the enum of versions, or pass a version that is in it`,
      );
    }
    await writeInspected(root, inspected);
    return inspected.differences.flatMap(({ path, before, after }) => {
      const old = known.find((one) => path === `${openapi}/${one}.json`);
      if (old === undefined || before === undefined) return [];
      const what = after === undefined ? "is missing" : "changed";
      return [
        {
          where: path,
          what: `the document of the older API version ${old} ${what}: correct the specification, because released API versions do not change`,
        },
      ];
    });
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new Refusal(
      `${shownAs} does not compile: correct the specification and run the bump again\n${inDocument(error.message, specified)}`,
    );
  }
}

/** Replaces the places in TypeSpec that was converted from a document by the places in that document. */
function inDocument(message: string, { originOf }: Specified): string {
  return message.replaceAll(
    /^specs\/chat\/([^:\n]+):(\d+):\d+ - /gm,
    (whole, file: string, line: string) => {
      const place = originOf(file, Number(line));
      return place === undefined ? whole : `${describePlace(displayed(place))}: `;
    },
  );
}

/** Builds what the checks read: type declarations, the emulator's OpenAPI documents, and API reports. */
async function build(root: string): Promise<void> {
  // Type errors are reported by the checklist. The compiler emits declarations in spite of them.
  const emitted = (folder: string): Promise<unknown> =>
    isThere(root, folder).then((found) =>
      found ? runCommand(root, folder, "tsc -p tsconfig.build.json") : undefined,
    );
  await emitted("packages/rest");
  await Promise.all([
    emitted("packages/client"),
    isThere(root, "packages/emulator").then((found) =>
      found ? runCommand(root, "packages/emulator", "node build/copy-specs.ts") : undefined,
    ),
  ]);
  for (const one of await publicPackages(root)) {
    if (one.folder !== "packages/rest") continue;
    if (!(await isThere(root, `${one.folder}/api`))) continue;
    for (const [path, text] of await reportsOf(root, one)) await writeFile(join(root, path), text);
  }
}

function isThere(root: string, folder: string): Promise<boolean> {
  return stat(join(root, folder)).then(
    () => true,
    () => false,
  );
}

/** Returns a reminder to add the version to AutoRest's list, unless it is there. */
async function secondOpinion(root: string, version: string): Promise<Item[]> {
  const path = "tools/generate/src/targets.ts";
  const lines = (await readFile(join(root, path), "utf8")).split("\n");
  const line = lines.findIndex((one) => /\["\d{4}-\d{2}-\d{2}/.test(one));
  if (line === -1 || lines[line]!.includes(version)) return [];
  return [
    {
      where: `${path}:${line + 1}`,
      what: `add ${version} to this list and to tools/differential-tests/src/clients.ts, then run \`pnpm generate --from openapi\`, so that AutoRest generates a client of it as well`,
    },
  ];
}
