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
  ["removals", ["addition", "removal"], 0, "major"],
  ["breaking changes", ["breaking"], 0, "major"],
  ["additions", ["documentation", "addition"], 0, "minor"],
  ["an addition that breaks other packages", ["addition"], 2, "major"],
  ["words", ["documentation"], 0, "patch"],
  ["nothing", [], 0, "patch"],
])("proposes the step for %s", ([, classes, typeErrors, step]) => {
  expect(proposeStep(classes.map(change), typeErrors).step).toBe(step);
});

test("writes a changeset that lists the changes other than documentation", () => {
  const changes = [change("removal"), change("documentation")];
  const proposal = proposeStep(changes, 0);
  const { path, text } = changesetFor("2026-01-15", proposal, changes, ({ place }) => place);
  expect(path).toBe(".changeset/api-version-2026-01-15.md");
  expect(text).toBe(
    '---\n"@acs-chat/rest": major\n"@acs-chat/client": major\n"@acs-chat/emulator": minor\n---\n\nAPI version 2026-01-15\n\n- Model.removal\n',
  );
});
