// The conversation as an ES module, for runtimes that run files. Prints the result.
import { ChatClient } from "@acs-chat/client";
import { createChatStore } from "@acs-chat/store";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import conversation from "./talk.cjs";

const { ENDPOINT: endpoint, TOKEN: token, USER_ID: userId } = process.env;
const parts = [
  { ChatClient, AzureCommunicationTokenCredential, createChatStore },
  { endpoint, token, userId },
];
console.log(
  JSON.stringify([
    await conversation.talkOverRest(...parts),
    await conversation.talkInRealTime(...parts),
    await conversation.talkWithStore(...parts),
  ]),
);
process.exit();
