import { expect, test } from "vitest";
import * as limits from "./limits.ts";

test("validates with the published limits", () => {
  const { chatLimits, minRetentionDays: min, maxRetentionDays: max, ...checked } = limits;
  expect(chatLimits).toMatchObject({ ...checked, retentionDays: { min, max } });
});
