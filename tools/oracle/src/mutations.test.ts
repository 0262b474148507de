import { diffContracts, locateDocument, readContract } from "@acs-chat/spec-diff";
import { assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { ALLOWED_DIFFERENCES } from "./allow-list.ts";
import { compare, type Pair } from "./compare.ts";
import type { Json, Mutation } from "./mutations/mutation.ts";
import { OPERATION_MUTATIONS } from "./mutations/of-operations.ts";
import { SCHEMA_MUTATIONS } from "./mutations/of-schemas.ts";
import { OFFICIAL_PACKAGES } from "./packages.ts";
import { loadPairs } from "./pairs.ts";
import { isProven } from "./print.ts";

const DOCUMENTS = new Map(
  OFFICIAL_PACKAGES.map(({ apiVersion }) => [apiVersion, locateDocument(apiVersion, ".").root]),
);
const PAIRS = new Map(loadPairs().map((pair) => [pair.apiVersion, pair]));
const MUTATIONS = [...SCHEMA_MUTATIONS, ...OPERATION_MUTATIONS];
/** The number of places for each mutation. LONG_TESTS=true tries more. A failing run prints its seed. */
const RUNS = process.env["LONG_TESTS"] === "true" ? 200 : 20;

/** A place in the contract of an API version. Plain data, so that a failing run prints it. */
interface Spot {
  readonly apiVersion: string;
  readonly site: readonly string[];
}

function pairOf({ apiVersion }: Spot): Pair {
  const pair = PAIRS.get(apiVersion);
  if (!pair) throw new Error(`no pair of ${apiVersion}`);
  return pair;
}

function read(apiVersion: string): Json {
  return structuredClone(DOCUMENTS.get(apiVersion)) as Json;
}

function mutate(mutation: Mutation, spot: Spot): Pair {
  const root = read(spot.apiVersion);
  mutation.apply(root, spot.site);
  return { ...pairOf(spot), ours: readContract({ file: "mutated", root }) };
}

/** Whether the official package contains nothing to compare the place with. */
function isBlindSpot(spot: Spot): boolean {
  const { ours, official } = pairOf(spot);
  const type = spot.site[0] ?? "";
  const known = (side: Pair["ours"]): boolean => side.models.has(type) || side.enums.has(type);
  return known(ours) && !known(official);
}

function proves(pair: Pair): boolean {
  const { apiVersion } = pair;
  const allowList = ALLOWED_DIFFERENCES.filter(({ versions }) => versions.includes(apiVersion));
  const verdict = compare([pair], allowList);
  const stale = verdict.stale.filter((one) => one.apiVersion === apiVersion);
  return isProven({ ...verdict, stale });
}

/** Calls the check for random places of random versions. */
function forSpots(mutation: Mutation, check: (spot: Spot) => void): void {
  const spots = [...DOCUMENTS].flatMap(([apiVersion, root]) =>
    mutation.sites(root as Json).map((site) => ({ apiVersion, site })),
  );
  expect(spots.length, "places for the mutation").toBeGreaterThan(0);
  assert(property(constantFrom(...spots), check), { numRuns: RUNS });
}

describe.each(MUTATIONS)("the diff with the mutation: $name", (mutation) => {
  it("reports it in every place", () => {
    forSpots(mutation, (spot) => {
      const changes = diffContracts(pairOf(spot).ours, mutate(mutation, spot).ours);
      const classes = changes.map((change) => change.class);
      const reported = classes.filter(
        (name) => mutation.onlyWords === true || name !== "documentation",
      );
      expect(reported).not.toEqual([]);
    });
  });
});

describe.each(MUTATIONS.filter(({ oracle }) => oracle))(
  "the oracle with the mutation: $name",
  (mutation) => {
    it("reports it in every place that it can compare", () => {
      forSpots(mutation, (spot) => {
        expect(proves(mutate(mutation, spot))).toBe(isBlindSpot(spot));
      });
    });
  },
);

describe("the unchanged contract", () => {
  it.each([...PAIRS.keys()])("of %s has no differences", (apiVersion) => {
    const spot = { apiVersion, site: [] };
    expect(proves(pairOf(spot))).toBe(true);
    const copy = readContract({ file: "copy", root: read(apiVersion) });
    expect(diffContracts(pairOf(spot).ours, copy)).toEqual([]);
  });

  it("has places that the oracle cannot compare only in types that no official package has", () => {
    const names = [...PAIRS.values()].flatMap(({ apiVersion, ours }) =>
      [...ours.models.keys(), ...ours.enums.keys()].filter((name) =>
        isBlindSpot({ apiVersion, site: [name] }),
      ),
    );
    expect(names).toEqual(["ChatAttachmentType", "TeamsExtensionUserIdentifierModel"]);
  });
});
