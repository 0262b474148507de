// The conversation as a script that defines two global functions.
import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import conversation from "./talk.cjs";

const parts = { ChatClient, AzureCommunicationTokenCredential };
globalThis.talkOverRest = (environment) => conversation.talkOverRest(parts, environment);
globalThis.talkInRealTime = (environment) => conversation.talkInRealTime(parts, environment);
