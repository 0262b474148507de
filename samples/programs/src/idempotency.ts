/** Creates a thread once and sends a message once, whatever happens on the way. */
import { openService } from "./service.ts";

await using service = await openService();
const client = service.clientOf(await service.createUser());

// The same token, the same thread: also after a crash, if the token was kept.
const idempotencyToken = crypto.randomUUID();
const first = await client.createChatThread({ topic: "Order 1047" }, { idempotencyToken });
const again = await client.createChatThread({ topic: "Order 1047" }, { idempotencyToken });
console.log(`one thread: ${first.chatThread?.id === again.chatThread?.id}`);

// The service has no such token for messages. With safeRetry the client looks whether a message
// arrived before it sends it again.
const thread = client.getChatThreadClient(first.chatThread?.id ?? "");
await thread.sendMessage({ content: "Your order has been sent." }, { safeRetry: true });
let count = 0;
for await (const { type } of thread.listMessages()) if (type === "text") count += 1;
console.log(`messages: ${count}`);
