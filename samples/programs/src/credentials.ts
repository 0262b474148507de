/** Gets a token with a callback, and refreshes it before it expires. */
import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { openService } from "./service.ts";

await using service = await openService();
const user = await service.createUser();

const credential = new AzureCommunicationTokenCredential({
  // In an app, request the token from your own server, which has the access key.
  tokenRefresher: async () => {
    console.log("a new token");
    return service.createToken(user.id);
  },
});

const client = new ChatClient(service.endpoint, credential);
await client.createChatThread({ topic: "One" });
await client.createChatThread({ topic: "Two" });
console.log("two requests, one token");

// With refreshProactively the credential has a timer, which would keep the program running.
credential.dispose();
