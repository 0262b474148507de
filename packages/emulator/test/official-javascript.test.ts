import { expect, it } from "vitest";
import { runWholeFlow } from "./support/official-flow.ts";

// The releases for older API versions are in official-javascript.slow.test.ts.
it("runs the current official client through the whole flow", async () => {
  const { done, versions } = await runWholeFlow({
    version: "2025-03-15",
    packageName: "@azure/communication-chat",
    features: ["messageMetadata", "threadMetadata"],
  });
  expect(done).toHaveLength(21);
  expect(versions).toContain("2025-03-15");
});
