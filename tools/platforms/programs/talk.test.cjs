// The conversation in a test runner with globals: Jest's default, and an option of Vitest's.
const { ChatClient } = require("@acs-chat/client");
const { AzureCommunicationTokenCredential } = require("@azure/communication-common");
const conversation = require("./talk.cjs");

const { ENDPOINT: endpoint, TOKEN: token } = process.env;
const parts = [
  { ChatClient, AzureCommunicationTokenCredential },
  { endpoint, token },
];

test("REST", async () => {
  expect(await conversation.talkOverRest(...parts)).toEqual(conversation.expectedOverRest);
}, 60000);

test("real time", async () => {
  expect(await conversation.talkInRealTime(...parts)).toEqual(conversation.expectedInRealTime);
}, 60000);
