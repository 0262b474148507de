import { locateDocument, readContract } from "@acs-chat/spec-diff";
import type { Pair } from "./compare.ts";
import { loadUpstream } from "./load-upstream.ts";
import { generatedFolder, OFFICIAL_PACKAGES } from "./packages.ts";
import { contractOfUpstream } from "./upstream-contract.ts";

/**
 * Loads our compiled contract and the official one for each API version.
 *
 * @throws SpecError if our contract cannot be read.
 * @throws Error if an official package is not installed, or its code has an unknown structure.
 */
export function loadPairs(): readonly Pair[] {
  return OFFICIAL_PACKAGES.map((one) => ({
    apiVersion: one.apiVersion,
    npmVersion: one.npmVersion,
    official: contractOfUpstream(loadUpstream(generatedFolder(one))),
    ours: readContract(locateDocument(one.apiVersion, ".")),
  }));
}
