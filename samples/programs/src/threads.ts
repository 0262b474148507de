/** Creates, gets, lists, updates and deletes threads. */
import { openService } from "./service.ts";

await using service = await openService();
const ada = await service.createUser();
const grace = await service.createUser();
const client = service.clientOf(ada);

const { chatThread } = await client.createChatThread(
  { topic: "Lunch" },
  {
    participants: [{ id: { communicationUserId: grace.id }, displayName: "Grace" }],
    metadata: { room: "12" },
  },
);
const threadId = chatThread?.id ?? "";
const thread = client.getChatThreadClient(threadId);

await thread.updateTopic("Late lunch");
await thread.updateProperties({ metadata: { room: "14" } });
const properties = await thread.getProperties();
console.log(`${properties.topic}, room ${properties.metadata?.["room"]}`);

const topics = [];
for await (const { topic } of client.listChatThreads()) topics.push(topic);
console.log(`threads: ${topics.join(", ")}`);

await client.deleteChatThread(threadId);
const left = [];
for await (const { deletedOn, topic } of client.listChatThreads()) {
  if (deletedOn === undefined) left.push(topic);
}
console.log(`threads left: ${left.length}`);
