// The conversation as a script that defines three global functions.
import { ChatClient } from "@acs-chat/client";
import { createChatStore } from "@acs-chat/store";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import conversation from "./talk.cjs";

const parts = { ChatClient, AzureCommunicationTokenCredential, createChatStore };
globalThis.talkOverRest = (environment) => conversation.talkOverRest(parts, environment);
globalThis.talkInRealTime = (environment) => conversation.talkInRealTime(parts, environment);
globalThis.talkWithStore = (environment) => conversation.talkWithStore(parts, environment);
