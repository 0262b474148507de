// The conversation as an ES module in Vitest.
import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { expect, test } from "vitest";
import conversation from "./talk.cjs";

const { ENDPOINT: endpoint, TOKEN: token, WEB_SOCKET } = process.env;
const webSocket = WEB_SOCKET === "false" ? false : undefined;
const parts = [
  { ChatClient, AzureCommunicationTokenCredential },
  { endpoint, token, webSocket },
];

test("REST", { timeout: 60_000 }, async () => {
  expect(await conversation.talkOverRest(...parts)).toEqual(conversation.expectedOverRest);
});

test("real time", { timeout: 60_000 }, async () => {
  expect(await conversation.talkInRealTime(...parts)).toEqual(conversation.expectedInRealTime);
});
