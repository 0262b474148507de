import type { Change, ChangeClass } from "@acs-chat/spec-diff";
import { expect, test } from "vitest";
import { changesetFor, proposeStep } from "./semver.ts";

const change = (name: ChangeClass): Change => ({
  class: name,
  kind: "property-added",
  place: `Model.${name}`,
  operations: [],
});

test.for<[string, ChangeClass[], number, string]>([
  ["a removal", ["addition", "removal"], 0, "major"],
  ["a breaking change", ["breaking"], 0, "major"],
  ["an addition", ["documentation", "addition"], 0, "minor"],
  ["an addition that breaks what stands on it", ["addition"], 2, "major"],
  ["words", ["documentation"], 0, "patch"],
  ["nothing", [], 0, "patch"],
])("%s asks for its step", ([, classes, typeErrors, step]) => {
  expect(proposeStep(classes.map(change), typeErrors).step).toBe(step);
});

test("the changeset names the packages with the step, and what changed but not the words", () => {
  const changes = [change("removal"), change("documentation")];
  const proposal = proposeStep(changes, 0);
  const { path, text } = changesetFor("2026-01-15", proposal, changes, ({ place }) => place);
  expect(path).toBe(".changeset/api-version-2026-01-15.md");
  expect(text).toBe(
    '---\n"@acs-chat/rest": major\n"@acs-chat/client": major\n"@acs-chat/emulator": minor\n---\n\nAPI version 2026-01-15\n\n- Model.removal\n',
  );
});
