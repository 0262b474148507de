/** A credential that gets a token when there is none, and a new one before it expires. */
import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { openService } from "./service.ts";

await using service = await openService();
const user = await service.createUser();

const credential = new AzureCommunicationTokenCredential({
  // In an app this asks your own server, which holds the access key.
  tokenRefresher: async () => {
    console.log("a new token");
    return service.createToken(user.id);
  },
});

const client = new ChatClient(service.endpoint, credential);
await client.createChatThread({ topic: "One" });
await client.createChatThread({ topic: "Two" });
console.log("two calls, one token");

// With refreshProactively the credential has a timer, without whose end the program would not end.
credential.dispose();
