import { type Change, countByClass } from "@acs-chat/spec-diff";

type Step = "major" | "minor" | "patch";

/** The proposed semver step, and the reason. */
export interface Proposal {
  readonly step: Step;
  readonly because: string;
}

/** Proposes a semver step from the changes of the contract, and from the number of type errors and failing tests. */
export function proposeStep(changes: readonly Change[], broken: number): Proposal {
  const { removal, breaking, addition } = countByClass(changes);
  if (removal + breaking > 0) {
    return {
      step: "major",
      because: `${removal} removal(s) and ${breaking} breaking change(s) affect callers of the default API version`,
    };
  }
  if (broken > 0) {
    return {
      step: "major",
      because: `${broken} type error(s) and failing test(s) show that code which uses the packages breaks`,
    };
  }
  if (addition > 0)
    return { step: "minor", because: `there are ${addition} addition(s) and nothing breaks` };
  return { step: "patch", because: "only documentation changed" };
}

/** Returns path and text of the changeset for the new version. */
export function changesetFor(
  version: string,
  { step }: Proposal,
  changes: readonly Change[],
  describe: (change: Change) => string,
): { readonly path: string; readonly text: string } {
  const told = changes.filter((change) => change.class !== "documentation");
  const list = told.map((change) => `- ${describe(change)}`);
  const text = [
    "---",
    `"@acs-chat/rest": ${step}`,
    `"@acs-chat/client": ${step}`,
    `"@acs-chat/emulator": ${step === "patch" ? "patch" : "minor"}`,
    "---",
    "",
    `API version ${version}`,
    ...(list.length > 0 ? ["", ...list] : []),
    "",
  ].join("\n");
  return { path: `.changeset/api-version-${version}.md`, text };
}
