/** Adds, lists and removes participants. */
import { openLunch } from "./lunch.ts";
import { openService } from "./service.ts";

await using service = await openService();
const { adaThread, grace } = await openLunch(service);
const mary = await service.createUser();

await adaThread.addParticipants({
  participants: [
    {
      id: { communicationUserId: mary.id },
      displayName: "Mary",
      // The participant sees only messages from now on.
      shareHistoryTime: new Date(),
    },
  ],
});
await adaThread.removeParticipant({ communicationUserId: grace.id });

const names = [];
for await (const { displayName } of adaThread.listParticipants()) names.push(displayName);
console.log(names.join(", "));
