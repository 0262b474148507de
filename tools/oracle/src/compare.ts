import { type Change, type Contract, diffContracts } from "@acs-chat/spec-diff";
import type { AllowedDifference } from "./allow-list.ts";
import { projectOnUpstream } from "./project.ts";

/** Our contract of one API version and that of the official package. */
export interface Pair {
  readonly apiVersion: string;
  /** The npm version of the official package. */
  readonly npmVersion: string;
  readonly official: Contract;
  readonly ours: Contract;
}

/** A difference with the entry that allows it, if there is one. */
export interface Difference {
  readonly apiVersion: string;
  /** The change that would turn the official contract into ours. */
  readonly change: Change;
  readonly allowed?: AllowedDifference;
}

/** The result of comparing all versions. */
export interface Verdict {
  readonly pairs: readonly Pair[];
  readonly differences: readonly Difference[];
  /** Entries of the allow-list, with a version in which they match no difference. */
  readonly stale: readonly { readonly apiVersion: string; readonly entry: AllowedDifference }[];
  /** The number of compared operations over all versions. */
  readonly operations: number;
  /** The number of differences that no entry allows. */
  readonly unexplained: number;
}

/** Compares our contracts with the official ones, in both directions. */
export function compare(pairs: readonly Pair[], allowList: readonly AllowedDifference[]): Verdict {
  const differences: Difference[] = [];
  const met = new Set<string>();
  for (const { apiVersion, official, ours } of pairs) {
    const changes = [
      ...versionChanges(apiVersion, official, ours),
      ...diffContracts(official, projectOnUpstream(ours)),
    ];
    for (const change of changes) {
      const index = allowList.findIndex(
        (entry) => entry.versions.includes(apiVersion) && allows(entry, change),
      );
      const allowed = allowList[index];
      if (allowed) met.add(`${index} ${apiVersion}`);
      differences.push({ apiVersion, change, ...(allowed && { allowed }) });
    }
  }
  const stale = allowList.flatMap((entry, index) =>
    entry.versions
      .filter((apiVersion) => !met.has(`${index} ${apiVersion}`))
      .map((apiVersion) => ({ apiVersion, entry })),
  );
  return {
    pairs,
    differences,
    stale,
    operations: pairs.reduce(
      (sum, { official, ours }) => sum + operationIds(official, ours).length,
      0,
    ),
    unexplained: differences.filter(({ allowed }) => allowed === undefined).length,
  };
}

/** Returns the sorted ids of the operations of both contracts. */
export function operationIds(official: Contract, ours: Contract): readonly string[] {
  return [...new Set([...official.operations.keys(), ...ours.operations.keys()])].toSorted();
}

function allows(entry: AllowedDifference, change: Change): boolean {
  return (
    entry.kind === change.kind &&
    entry.place === change.place &&
    entry.official === change.before &&
    entry.ours === change.after
  );
}

/** Returns a change if the package or our document has another API version than the listed one. */
function versionChanges(apiVersion: string, official: Contract, ours: Contract): Change[] {
  return [official, ours]
    .filter(({ version }) => version !== apiVersion)
    .map(({ version }) => ({
      class: "breaking",
      kind: "default-changed",
      place: "service query api-version",
      operations: [],
      before: official.version,
      after: ours.version === apiVersion ? apiVersion : version,
    }));
}
