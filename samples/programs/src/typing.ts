/** Sends typing notifications, and receives them in real time. */
import { openLunch } from "./lunch.ts";
import { openService } from "./service.ts";

await using service = await openService();
const { adaThread, graceClient } = await openLunch(service);

const typing = new Promise<string>((resolve) => {
  graceClient.once("typingIndicatorReceived", ({ senderDisplayName }) =>
    resolve(senderDisplayName),
  );
});
await graceClient.startRealtimeNotifications();

console.log(`sent: ${await adaThread.sendTypingNotification({ senderDisplayName: "Ada" })}`);
// The service accepts one typing notification every 8 seconds, so the client does not send this one.
console.log(`sent again: ${await adaThread.sendTypingNotification({ senderDisplayName: "Ada" })}`);

console.log(`${await typing} is typing`);
await graceClient.stopRealtimeNotifications();
