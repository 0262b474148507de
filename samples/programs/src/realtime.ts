/** Receives the events of a conversation in real time, also after a lost connection. */
import { openLunch } from "./lunch.ts";
import { openService } from "./service.ts";

await using service = await openService();
const { adaThread, graceClient } = await openLunch(service);

graceClient.on("stateChanged", ({ state }) => console.log(`real time is ${state}`));
const events = graceClient.events({
  threadId: adaThread.threadId,
  types: ["chatMessageReceived", "chatMessageEdited"],
});
await graceClient.startRealtimeNotifications();

const { id } = await adaThread.sendMessage({ content: "Noodles at noon?" });
for await (const item of events) {
  if (item.type === "resyncRequired") {
    // Events may be missing. List the messages since this time.
    console.log(`events may be missing since ${item.event.since.toISOString()}`);
  } else if (item.type === "chatMessageReceived") {
    console.log(`new: ${item.event.message}`);
    await adaThread.updateMessage(id, { content: "Noodles at one?" });
  } else {
    console.log(`edited: ${item.event.message}`);
    break;
  }
}
await graceClient.stopRealtimeNotifications();
