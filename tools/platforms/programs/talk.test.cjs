// The conversation in a test runner with globals: Jest by default, Vitest with an option.
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
