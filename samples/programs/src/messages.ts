/** Sends, reads, edits and deletes messages. */
import { openLunch } from "./lunch.ts";
import { openService } from "./service.ts";

await using service = await openService();
const { adaThread, graceThread } = await openLunch(service);

const { id } = await adaThread.sendMessage(
  { content: "Noodles at noon?" },
  { senderDisplayName: "Ada", metadata: { priority: "high" } },
);
await graceThread.sendMessage(
  { content: "<b>Gladly</b>, but at one" },
  { senderDisplayName: "Grace", type: "html" },
);

await adaThread.updateMessage(id, { content: "Noodles at one?" });
const message = await graceThread.getMessage(id);
console.log(
  `${message.senderDisplayName}: ${message.content?.message} (edited: ${message.editedOn !== undefined})`,
);

await adaThread.deleteMessage(id);
for await (const { type, content, deletedOn } of graceThread.listMessages()) {
  if (type !== "text" && type !== "html") continue;
  console.log(deletedOn === undefined ? content?.message : "(deleted)");
}
