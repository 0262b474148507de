// Each Node version runs this program with the packed package: once as a module, and once through smoke.cjs.
import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { talk } from "./talk.mjs";

console.log(
  JSON.stringify(await talk({ ChatClient, AzureCommunicationTokenCredential }, process.env)),
);
