import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ScratchCopy, scratchCopy, updateApiReports } from "@acs-chat/check";
import {
  generate,
  inspect,
  SpecError,
  type Target,
  targets,
  withProgress,
} from "@acs-chat/generate";
import {
  type Change,
  type Contract,
  describeChange,
  diffContracts,
  readContract,
  readDocument,
} from "@acs-chat/spec-diff";
import { brokenPromises, coverage, type Item, mentions, typeErrors } from "./checklist.ts";
import { isPartOfSpecification, Refusal, type Request } from "./request.ts";
import { runScript } from "./scripts.ts";
import { changesetFor, type Proposal, proposeStep } from "./semver.ts";
import { adopt, type TakenForRename } from "./typespec/adopt.ts";
import { changesBetween, type FileChange, snapshotOf, writeBack } from "./write-back.ts";

/** What a bump did, or with `dryRun` would do. */
export interface Report {
  readonly version: string;
  /** The version that the new one is compared with. */
  readonly from: string;
  readonly shownAs: string;
  readonly changes: readonly Change[];
  readonly renames: readonly TakenForRename[];
  /** What is left for a human. */
  readonly items: readonly Item[];
  readonly proposal: Proposal;
  readonly changeset: string;
  readonly files: readonly FileChange[];
  readonly dryRun: boolean;
}

const openapi = "specs/chat/openapi";

/**
 * Takes a new API version in. All work is done in a copy of the repository; the repository itself
 * is written at the very end, and only if nothing failed.
 *
 * @throws Refusal when the new specification does not compile, or does not have the version.
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
  const before = contractOf(root, from);
  const renames = await specify(request, copy, before);
  const history = await step("compiling and generating", () => regenerate(copy.root, request));
  const after = contractOf(copy.root, version);
  // What a document says counts, also where the TypeSpec does not say it yet.
  const { specification } = request;
  const given = specification.kind === "openapi" ? specification.contract : after;
  const changes = diffContracts(before, given);
  await step("building on the new code", () => build(copy.root));
  const errors = await step("type-checking what stands on it", () => typeErrors(copy.root));
  const broken = await step("running the tests of the last releases", () =>
    brokenPromises(root, copy.root),
  );
  const items = [
    ...history,
    ...leftOut(request, after),
    ...errors,
    ...broken,
    ...(await step("looking for what is not covered", () => coverage(copy.root))),
    ...(version.endsWith("-preview") ? [] : await mentions(copy.root, from)),
    ...(await secondOpinion(copy.root, version)),
  ];
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

/** A generally available version is compared with the one before, a preview with whatever is newest. */
function comparedWith({ version, known }: Request): string {
  const before = known.filter((one) => one < version);
  const stable = before.filter((one) => !one.endsWith("-preview"));
  const from = (version.endsWith("-preview") ? before : stable).at(-1);
  if (from === undefined) {
    throw new Refusal(`no known API version is older than ${version}: bumps go forward only`);
  }
  return from;
}

function contractOf(root: string, version: string): Contract {
  const path = `${openapi}/${version}.json`;
  return readContract(readDocument(join(root, path), path));
}

/** Puts the new specification into the copy. */
async function specify(
  { version, specification }: Request,
  copy: ScratchCopy,
  before: Contract,
): Promise<readonly TakenForRename[]> {
  const folder = join(copy.root, "specs/chat");
  const present = new Map<string, string>();
  for (const name of (await readdir(folder)).filter(isPartOfSpecification)) {
    present.set(name, await readFile(join(folder, name), "utf8"));
  }
  const { sources, renames } =
    specification.kind === "typespec"
      ? { sources: specification.sources, renames: [] }
      : await adopt(present, version, before, specification.contract);
  for (const name of present.keys()) await rm(join(folder, name));
  for (const [name, text] of sources) await writeFile(join(folder, name), text);
  if (specification.kind === "openapi" && !version.endsWith("-preview")) {
    // The one OpenAPI 3 document is the newest version's, and named after it.
    const config = (sources.get("tspconfig.yaml") ?? "").replaceAll(before.version, version);
    await writeFile(join(folder, "tspconfig.yaml"), config);
  }
  return renames;
}

/** The steps of the bump are told, not those of generation. */
function quiet(): void {}

/** Generates everything again. Returns an item for each older version that changed. */
async function regenerate(root: string, { version, known, shownAs }: Request): Promise<Item[]> {
  const wanted: readonly Target[] = targets.filter(({ from }) => from === "typespec");
  try {
    const { files, differences } = await inspect(root, wanted, quiet);
    if (!files.has(`${openapi}/${version}.json`)) {
      throw new Refusal(
        `${shownAs} has no API version ${version}: add it to the enum of versions, or name one that it has`,
      );
    }
    await generate([], { root, targets, log: quiet });
    return differences.flatMap(({ path, before, after }) => {
      const old = known.find((one) => path === `${openapi}/${one}.json`);
      if (old === undefined || before === undefined) return [];
      const what = after === undefined ? "is gone" : "is not what it was";
      return [
        {
          where: path,
          what: `the older API version ${old} ${what}: versions that are out do not change`,
        },
      ];
    });
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new Refusal(`${shownAs} does not compile: correct it and try again\n${error.message}`);
  }
}

/** Builds what type-checking and coverage stand on: the generated package, what uses it, and the emulator. */
async function build(root: string): Promise<void> {
  for (const folder of ["packages/rest", "packages/client", "packages/emulator"]) {
    const isThere = await stat(join(root, folder)).catch(() => undefined);
    if (isThere === undefined) continue;
    // A package that does not compile any more is the checklist's business: it still emits.
    await runScript(root, folder, "build");
  }
  const reports = await stat(join(root, "packages/rest/api")).catch(() => undefined);
  if (reports !== undefined) await updateApiReports(root);
}

/** What the given OpenAPI document says and the TypeSpec written from it does not. */
function leftOut({ specification, version }: Request, after: Contract): Item[] {
  if (specification.kind === "typespec") return [];
  return diffContracts(after, specification.contract)
    .filter((change) => change.class !== "documentation")
    .map((change) => ({
      where: "specs/chat",
      what: `the TypeSpec of ${version} does not say yet: ${describeChange(change)}`,
    }));
}

/** The second opinion is asked for named versions only. */
async function secondOpinion(root: string, version: string): Promise<Item[]> {
  const path = "tools/generate/src/targets.ts";
  const lines = (await readFile(join(root, path), "utf8")).split("\n");
  const line = lines.findIndex((one) => /\["\d{4}-\d{2}-\d{2}/.test(one));
  if (line === -1 || lines[line]!.includes(version)) return [];
  return [
    {
      where: `${path}:${line + 1}`,
      what: `ask AutoRest about ${version} too: add it here and to tools/differential-tests/src/clients.ts, then run \`pnpm generate --from openapi\``,
    },
  ];
}
