// The conversation as an ES module in Vitest.
import { ChatClient } from "@acs-chat/client";
import { createChatStore } from "@acs-chat/store";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { expect, test } from "vitest";
import conversation from "./talk.cjs";

const { ENDPOINT: endpoint, TOKEN: token, USER_ID: userId, WEB_SOCKET } = process.env;
const webSocket = WEB_SOCKET === "false" ? false : undefined;
const parts = [
  { ChatClient, AzureCommunicationTokenCredential, createChatStore },
  { endpoint, token, userId, webSocket },
];

test("REST", { timeout: 60_000 }, async () => {
  expect(await conversation.talkOverRest(...parts)).toEqual(conversation.expectedOverRest);
});

test("real time", { timeout: 60_000 }, async () => {
  expect(await conversation.talkInRealTime(...parts)).toEqual(conversation.expectedInRealTime);
});

test("the store", { timeout: 60_000 }, async () => {
  expect(await conversation.talkWithStore(...parts)).toEqual(conversation.expectedWithStore);
});
