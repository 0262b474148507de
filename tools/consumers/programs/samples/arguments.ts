/** Passes arguments that the types do not allow but apps use. */
import { ChatClient, ChatThreadClient } from "@azure/communication-chat";
import { alice, bob, clientOf, credentialOf, newThread } from "./setting";
import { attempt, print } from "./report";

/** Removes the type of a value, as in JavaScript. */
const loose = (value: unknown): never => value as never;

async function main() {
  const client = clientOf(alice);
  const threadId = await newThread(client, "Arguments");
  const thread = client.getChatThreadClient(threadId);

  /** Sends a message and returns the stored one. */
  const send = async (request: unknown, options?: unknown) => {
    const { id } = await thread.sendMessage(loose(request), loose(options));
    return thread.getMessage(id);
  };
  const everything = {
    content: "x",
    senderDisplayName: "Alice",
    type: "html",
    metadata: { a: "1" },
  };
  await attempt("all in the request", () => send(everything));
  await attempt("request and options", () => send(everything, { senderDisplayName: "A." }));
  await attempt("undefined in metadata", () =>
    send({ content: "x" }, { metadata: { a: undefined, b: "2" } }),
  );
  await attempt("undefined options", () => send({ content: "x" }, { type: undefined }));
  await attempt("edit", async () => {
    const { id } = await thread.sendMessage({ content: "y" }, { metadata: { a: "1" } });
    const edit = { content: "z", metadata: { c: "3" } };
    await thread.updateMessage(id, edit);
    return thread.getMessage(id);
  });

  const since = new Date(Date.now() - 60_000).toISOString();
  await attempt("startTime as a string", async () => {
    const listed = [];
    for await (const { type } of thread.listMessages(loose({ startTime: since })))
      listed.push(type);
    return listed;
  });
  const participant = { id: { communicationUserId: bob.id }, shareHistoryTime: since };
  await attempt("shareHistoryTime as a string", () =>
    thread.addParticipants(loose({ participants: [participant] })),
  );
  await attempt("metadata", () => thread.updateProperties({ metadata: { a: "1", b: "2" } }));
  await attempt("null removes", () => thread.updateProperties(loose({ metadata: { a: null } })));
  await attempt("topic null", () => thread.updateProperties(loose({ topic: null })));
  print("properties", await thread.getProperties());
  await attempt("retention null", () => thread.updateProperties(loose({ retentionPolicy: null })));
  await attempt("no options", () => thread.updateProperties());

  await attempt("onResponse", async () => {
    const got: unknown[] = [];
    await thread.getProperties({
      onResponse: (response) => got.push(response.status, typeof response.parsedBody),
    });
    return got;
  });

  // Constructors send no request, so mocks and forms can pass incomplete arguments.
  for (const endpoint of ["", "not a url", "localhost"]) {
    await attempt(`client with endpoint "${endpoint}"`, async () => {
      const early = new ChatClient(endpoint, credentialOf(alice));
      await attempt("its first call", () => early.createChatThread({ topic: "x" }));
    });
  }
  await attempt("thread client without an id", async () => {
    const mocked = new ChatThreadClient(threadId, "", credentialOf(alice));
    await attempt("its first call", () => mocked.getProperties());
  });
  await attempt("no thread yet", async () => {
    const none = client.getChatThreadClient(loose(undefined));
    await attempt("its first call", () => none.getProperties());
  });
}

void main();
