/** Handles participants that cannot be added, retries, and errors. */
import { isChatServiceError, throwIfInvalidParticipants } from "@acs-chat/client";
import { createHttpHeaders, type PipelinePolicy } from "@azure/core-rest-pipeline";
import { openLunch } from "./lunch.ts";
import { openService } from "./service.ts";

await using service = await openService();
const { ada, adaThread } = await openLunch(service);
const mary = await service.createUser();

// The service rejects a user of another resource, and adds the other user.
const stranger = "8:acs:00000000-0000-4000-8000-00000000dead_00000000-0000-4000-8000-00000000beef";
const result = await adaThread.addParticipants({
  participants: [
    { id: { communicationUserId: mary.id }, displayName: "Mary" },
    { id: { communicationUserId: stranger } },
  ],
});
for (const { code, target } of result.invalidParticipants ?? []) {
  console.log(`not added: ${target === stranger ? "the stranger" : target} (${code})`);
}
try {
  throwIfInvalidParticipants(result);
} catch (error) {
  console.log(`as an error: ${error instanceof Error ? error.name : "?"}`);
}

// The client retries requests that are safe to repeat. This policy makes the first request fail to show it.
let responses = 0;
const outage: PipelinePolicy = {
  name: "outage",
  async sendRequest(request, next) {
    const response = await next(request);
    responses += 1;
    return responses === 1 ? { request, status: 503, headers: createHttpHeaders() } : response;
  },
};
const client = service.clientOf(ada, {
  additionalPolicies: [{ policy: outage, position: "perRetry" }],
  retryOptions: { retryDelayInMs: 50, onRetry: () => console.log("retrying") },
});
const { topic } = await client.getChatThreadClient(adaThread.threadId).getProperties();
console.log(`topic: ${topic}`);

try {
  await client.getChatThreadClient("19:nobody@thread.v2").getProperties();
} catch (error) {
  if (!isChatServiceError(error)) throw error;
  console.log(`not retried: ${error.statusCode} ${error.code}`);
}
