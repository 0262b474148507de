import { expect, test } from "vitest";
import * as limits from "./limits.ts";

test("what is checked is what is published", () => {
  const { chatLimits, minRetentionDays: min, maxRetentionDays: max, ...checked } = limits;
  expect(chatLimits).toMatchObject({ ...checked, retentionDays: { min, max } });
});
