/** Sends a read receipt, and lists the receipts of the participants. */
import { openLunch } from "./lunch.ts";
import { openService } from "./service.ts";

await using service = await openService();
const { adaThread, graceThread, grace } = await openLunch(service);

const { id } = await adaThread.sendMessage({ content: "Noodles at noon?" });
await graceThread.sendReadReceipt({ chatMessageId: id });

for await (const { sender, chatMessageId } of adaThread.listReadReceipts()) {
  const byGrace = sender.kind === "communicationUser" && sender.communicationUserId === grace.id;
  if (byGrace) console.log(`Grace has read the message: ${chatMessageId === id}`);
}
