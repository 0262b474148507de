// The conversation in a test runner with globals: Jest by default, Vitest with an option.
const { ChatClient } = require("@acs-chat/client");
const { createChatStore } = require("@acs-chat/store");
const { AzureCommunicationTokenCredential } = require("@azure/communication-common");
const conversation = require("./talk.cjs");

const { ENDPOINT: endpoint, TOKEN: token, USER_ID: userId } = process.env;
const parts = [
  { ChatClient, AzureCommunicationTokenCredential, createChatStore },
  { endpoint, token, userId },
];

test("REST", async () => {
  expect(await conversation.talkOverRest(...parts)).toEqual(conversation.expectedOverRest);
}, 60000);

test("real time", async () => {
  expect(await conversation.talkInRealTime(...parts)).toEqual(conversation.expectedInRealTime);
}, 60000);

test("the store", async () => {
  expect(await conversation.talkWithStore(...parts)).toEqual(conversation.expectedWithStore);
}, 60000);
