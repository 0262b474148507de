/** Creates a thread once and sends a message once, even if requests are retried. */
import { openService } from "./service.ts";

await using service = await openService();
const client = service.clientOf(await service.createUser());

// The same token returns the same thread, even after a crash if you store the token.
const idempotencyToken = crypto.randomUUID();
const first = await client.createChatThread({ topic: "Order 1047" }, { idempotencyToken });
const again = await client.createChatThread({ topic: "Order 1047" }, { idempotencyToken });
console.log(`one thread: ${first.chatThread?.id === again.chatThread?.id}`);

// The service has no such token for messages. With safeRetry, the client checks whether the message
// arrived before it sends it again.
const thread = client.getChatThreadClient(first.chatThread?.id ?? "");
await thread.sendMessage({ content: "Your order has been sent." }, { safeRetry: true });
let count = 0;
for await (const { type } of thread.listMessages()) if (type === "text") count += 1;
console.log(`messages: ${count}`);
