import { type Change, countByClass } from "@acs-chat/spec-diff";

/** A step of semantic versioning. */
type Step = "major" | "minor" | "patch";

/** The step that a new API version asks for, and why. */
export interface Proposal {
  readonly step: Step;
  readonly because: string;
}

/** Proposes the step from what changed in the contract and from how much does not work any more. */
export function proposeStep(changes: readonly Change[], broken: number): Proposal {
  const { removal, breaking, addition } = countByClass(changes);
  if (removal + breaking > 0) {
    return {
      step: "major",
      because: `${removal} removal(s) and ${breaking} breaking change(s) affect everybody who uses the default API version`,
    };
  }
  if (broken > 0) {
    return {
      step: "major",
      because: `${broken} thing(s) that stand on the code do not work any more`,
    };
  }
  if (addition > 0)
    return { step: "minor", because: `${addition} addition(s), and nothing breaks` };
  return { step: "patch", because: "nothing changed but words" };
}

/** The changeset for the new version: its file name, and what is in it. */
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
