import { expect, it } from "vitest";
import { type OfficialClient, runWholeFlow } from "./support/official-flow.ts";

// One release for each older API version, and the preview.
const clients: readonly OfficialClient[] = [
  {
    version: "2021-03-07",
    packageName: "communication-chat-1-0-0",
    features: ["noStatusInErrors"],
  },
  {
    version: "2021-09-07",
    packageName: "communication-chat-1-3-2",
    features: ["messageMetadata"],
  },
  {
    version: "2023-11-07",
    packageName: "communication-chat-1-4-0",
    features: ["messageMetadata"],
  },
  {
    version: "2024-03-07",
    packageName: "communication-chat-1-5-4",
    features: ["messageMetadata"],
  },
  {
    version: "2024-06-05-preview",
    packageName: "communication-chat-1-6-0-beta-7",
    features: ["messageMetadata", "threadMetadata", "images"],
  },
];

it.each(clients)("$version: $packageName runs through the whole flow", async (client) => {
  const { done, versions } = await runWholeFlow(client);
  expect(done).toHaveLength(client.features.includes("images") ? 23 : 21);
  expect(versions).toContain(client.version);
});
