// Runs an unmodified official chat client, and the official identity client, through the whole
// flow. Arguments: the chat package, and the features of its API version (see below). The environment
// has the connection string, and the CA in NODE_EXTRA_CA_CERTS. Prints one JSON line; fails by throwing.
import assert from "node:assert/strict";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { CommunicationIdentityClient } from "@azure/communication-identity";

const [packageName, features = ""] = process.argv.slice(2);
const has = (feature) => features.split(",").includes(feature);
const imported = await import(packageName);
const { ChatClient } = imported.ChatClient ? imported : imported.default;
const connectionString = process.env.CONNECTION_STRING;
const endpoint = /endpoint=([^;]+?)\/?;/.exec(connectionString)[1];
const done = [];

// Client 1.0.0 fails in its own tracing when it reports an error (it needs an older tracing API than
// the workspace has), so for this client only the failure itself is checked.
const refused = (call, statusCode) =>
  assert.rejects(call, has("noStatusInErrors") ? undefined : { statusCode });

// Identity: create, with token, issue, revoke, delete.
const identity = new CommunicationIdentityClient(connectionString);
const alice = await identity.createUserAndToken(["chat"]);
assert.match(alice.user.communicationUserId, /^8:acs:[0-9a-f-]{36}_[0-9a-f-]{36}$/);
const bobUser = await identity.createUser();
const bobToken = await identity.getToken(bobUser, ["chat"], { tokenExpiresInMinutes: 60 });
const minutes = (bobToken.expiresOn.getTime() - Date.now()) / 60_000;
assert.ok(minutes > 58 && minutes <= 60, `the token lives ${minutes} minutes`);
done.push("createUserAndToken", "createUser", "getToken");

const clientOf = (token) => new ChatClient(endpoint, new AzureCommunicationTokenCredential(token));
const asAlice = clientOf(alice.token);
const asBob = clientOf(bobToken.token);
const person = (user, displayName) => ({ id: user, displayName });

// Threads.
const options = { participants: [person(bobUser, "Bob")] };
if (has("threadMetadata")) {
  options.metadata = { team: "one" };
  options.retentionPolicy = { kind: "threadCreationDate", deleteThreadAfterDays: 60 };
}
const created = await asAlice.createChatThread({ topic: "Lunch" }, options);
assert.equal(created.invalidParticipants ?? undefined, undefined);
const threadId = created.chatThread.id;
assert.equal(created.chatThread.topic, "Lunch");
assert.equal(created.chatThread.createdBy.communicationUserId, alice.user.communicationUserId);
const partial = await asAlice.createChatThread(
  { topic: "Partial" },
  { participants: [person({ communicationUserId: "8:acs:other_user" }, "Foreign")] },
);
assert.equal(partial.invalidParticipants[0].code, "403");
assert.equal(partial.invalidParticipants[0].target, "8:acs:other_user");
const thread = asAlice.getChatThreadClient(threadId);
const bobThread = asBob.getChatThreadClient(threadId);
const properties = await thread.getProperties();
assert.equal(properties.topic, "Lunch");
if (has("threadMetadata")) {
  assert.deepEqual(properties.metadata, { team: "one" });
  assert.deepEqual(properties.retentionPolicy, {
    kind: "threadCreationDate",
    deleteThreadAfterDays: 60,
  });
}
await thread.updateTopic("Dinner");
assert.equal((await bobThread.getProperties()).topic, "Dinner");
done.push("createChatThread", "getProperties", "updateTopic");

// Messages.
const sent = [];
for (const content of ["one", "two", "three"]) {
  const metadata = has("messageMetadata") ? { metadata: { n: content } } : {};
  sent.push(await thread.sendMessage({ content }, { senderDisplayName: "Alice", ...metadata }));
}
await bobThread.sendMessage({ content: "<b>four</b><script>x</script>" }, { type: "html" });
const read = await bobThread.getMessage(sent[0].id);
assert.equal(read.content.message, "one");
assert.equal(read.senderDisplayName, "Alice");
assert.equal(read.sender.communicationUserId, alice.user.communicationUserId);
assert.ok(read.createdOn instanceof Date);
if (has("messageMetadata")) assert.deepEqual(read.metadata, { n: "one" });
await thread.updateMessage(sent[0].id, { content: "one, edited" });
const edited = await thread.getMessage(sent[0].id);
assert.equal(edited.content.message, "one, edited");
assert.ok(edited.editedOn instanceof Date);
await thread.deleteMessage(sent[1].id);
const messages = [];
for await (const message of bobThread.listMessages({ maxPageSize: 2 })) messages.push(message);
const versions = messages.map((message) => Number(message.version));
assert.deepEqual(
  versions,
  versions.toSorted((a, b) => b - a),
);
assert.deepEqual(
  messages.map((message) => message.type),
  ["text", "text", "html", "text", "topicUpdated", "topicUpdated", "participantAdded"],
);
assert.equal(messages[0].id, sent[1].id);
assert.ok(messages[0].deletedOn instanceof Date);
assert.equal(messages[2].content.message, "<b>four</b>");
assert.equal(messages[6].content.participants.length, 2);
await refused(bobThread.updateMessage(sent[2].id, { content: "no" }), 403);
await refused(bobThread.getMessage("1"), 404);
done.push("sendMessage", "getMessage", "updateMessage", "deleteMessage", "listMessages");

// Participants.
const carol = await identity.createUserAndToken(["chat"]);
const added = await thread.addParticipants({
  participants: [
    person(carol.user, "Carol"),
    { id: { phoneNumber: "+15551234567" }, displayName: "Phone" },
    { id: { microsoftTeamsUserId: "8d1e4a2b-0000-4000-8000-000000000000" }, displayName: "Teams" },
  ],
});
assert.equal(added.invalidParticipants ?? undefined, undefined);
const participants = [];
for await (const one of thread.listParticipants({ maxPageSize: 2 })) participants.push(one);
assert.deepEqual(
  participants.map((one) => one.displayName),
  [undefined, "Bob", "Carol", "Phone", "Teams"],
);
assert.equal(participants[3].id.phoneNumber, "+15551234567");
assert.equal(participants[4].id.microsoftTeamsUserId, "8d1e4a2b-0000-4000-8000-000000000000");
await thread.removeParticipant(carol.user);
const asCarol = clientOf(carol.token).getChatThreadClient(threadId);
await refused(asCarol.sendMessage({ content: "no" }), 403);
assert.equal((await asCarol.getMessage(sent[2].id)).content.message, "three");
done.push("addParticipants", "listParticipants", "removeParticipant");

// Read receipts and typing.
await bobThread.sendReadReceipt({ chatMessageId: sent[2].id });
const receipts = [];
for await (const receipt of thread.listReadReceipts()) receipts.push(receipt);
assert.deepEqual(
  receipts.map((one) => [one.sender.communicationUserId, one.chatMessageId]),
  [[bobUser.communicationUserId, sent[2].id]],
);
assert.equal(await thread.sendTypingNotification({ senderDisplayName: "Alice" }), true);
done.push("sendReadReceipt", "listReadReceipts", "sendTypingNotification");

if (has("images")) {
  const gif = Buffer.from("R0lGODlhAQABAAAAACw=", "base64");
  const upload = await thread.uploadImage(new Uint8Array(gif).buffer, "dot.gif");
  assert.equal(upload.attachmentType, "image");
  assert.equal(upload.name, "dot.gif");
  const attachments = [{ id: upload.id, attachmentType: "image", name: "dot.gif" }];
  const withImage = await thread.sendMessage({ content: "look" }, { attachments });
  const shown = await bobThread.getMessage(withImage.id);
  const [attachment] = shown.content.attachments;
  assert.equal(attachment.id, upload.id);
  assert.ok(attachment.url.startsWith(`${endpoint}/chat/threads/`));
  // This client can upload and delete images, but not fetch them. Its users follow the link.
  const view = () =>
    fetch(attachment.url, { headers: { Authorization: `Bearer ${bobToken.token}` } });
  const image = await view();
  assert.equal(image.headers.get("content-type"), "image/gif");
  assert.deepEqual(Buffer.from(await image.arrayBuffer()), gif);
  await thread.deleteImage(upload.id);
  assert.equal((await view()).status, 404);
  done.push("uploadImage", "deleteImage");
}

// Clean up: threads, tokens and users.
const items = [];
for await (const item of asBob.listChatThreads({ maxPageSize: 1 })) items.push(item);
assert.deepEqual(
  items.map((item) => item.topic),
  ["Dinner"],
);
await asAlice.deleteChatThread(threadId);
await refused(bobThread.getProperties(), 404);
await identity.revokeTokens(bobUser);
const listing = asBob.listChatThreads().next();
await refused(listing, 401);
await identity.deleteUser(alice.user);
await refused(asAlice.createChatThread({ topic: "no" }), 401);
done.push("listChatThreads", "deleteChatThread", "revokeTokens", "deleteUser");

console.log(JSON.stringify({ package: packageName, done }));
