// Run by each Node line on the packed package: once as a module, once by way of smoke.cjs.
import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { talk } from "./talk.mjs";

console.log(
  JSON.stringify(await talk({ ChatClient, AzureCommunicationTokenCredential }, process.env)),
);
