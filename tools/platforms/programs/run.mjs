// The conversation as an ES module, for runtimes that run files. Prints the result.
import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import conversation from "./talk.cjs";

const { ENDPOINT: endpoint, TOKEN: token } = process.env;
const parts = [
  { ChatClient, AzureCommunicationTokenCredential },
  { endpoint, token },
];
console.log(
  JSON.stringify([
    await conversation.talkOverRest(...parts),
    await conversation.talkInRealTime(...parts),
  ]),
);
process.exit();
