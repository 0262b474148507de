/** Tells the others that somebody is typing, and hears of it in real time. */
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

console.log(`told: ${await adaThread.sendTypingNotification({ senderDisplayName: "Ada" })}`);
// The service wants to be told no more than once in 8 seconds: this is not sent at all.
console.log(`told again: ${await adaThread.sendTypingNotification({ senderDisplayName: "Ada" })}`);

console.log(`${await typing} is typing`);
await graceClient.stopRealtimeNotifications();
