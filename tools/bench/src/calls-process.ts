import { ChatClient } from "@acs-chat/client";
import { createChatContext, listChatMessages } from "@acs-chat/rest";
import { ChatClient as OfficialChatClient } from "@azure/communication-chat";
import type { HttpClient } from "@azure/core-rest-pipeline";
import { alternate } from "./alternate.ts";
import { respondingWith, credential, endpoint, pageOfMessages, threadId } from "./stub.ts";

/** The results of one process in microseconds, each for our client and a reference. */
export interface Calls {
  readonly list: Pair;
  readonly parsing: Pair;
  readonly generated: Pair;
  readonly send: Pair;
  readonly getThread: Pair;
}

/** The times of the same work with our client and with the reference. */
export interface Pair {
  readonly ours: number;
  readonly reference: number;
}

/** Measures calls of our client and of the official client on the same stubbed HttpClient. */
async function measureCalls(): Promise<Calls> {
  const pages = both(respondingWith(200, pageOfMessages(200)));
  const list = await alternate(
    () => pages.ours.listMessages().byPage().next(),
    () => pages.official.listMessages().byPage().next(),
  );
  const text = pageOfMessages(200);
  const parsing = await alternate(
    () => pages.ours.listMessages().byPage().next(),
    () => parseWithDates(text),
  );
  const user = credential();
  const context = createChatContext(
    endpoint,
    { getToken: () => user.getToken() },
    {
      httpClient: respondingWith(200, text),
    },
  );
  const generated = await alternate(
    () => listChatMessages(context, threadId).byPage().next(),
    () => JSON.parse(text) as unknown,
  );
  const sends = both(respondingWith(201, JSON.stringify({ id: "1700000000000" })));
  const message = { content: "hello" };
  const send = await alternate(
    () => sends.ours.sendMessage(message),
    () => sends.official.sendMessage(message),
    { calls: 200 },
  );
  const clients = chatClients(respondingWith(200, "{}"));
  const getThread = await alternate(
    () => clients.ours.getChatThreadClient(threadId),
    () => clients.official.getChatThreadClient(threadId),
    { calls: 500 },
  );
  return { list, parsing, generated, send, getThread };
}
function chatClients(httpClient: HttpClient) {
  const options = { httpClient };
  return {
    ours: new ChatClient(endpoint, credential(), options),
    official: new OfficialChatClient(endpoint, credential(), options),
  };
}

function both(httpClient: HttpClient) {
  const { ours, official } = chatClients(httpClient);
  return {
    ours: ours.getChatThreadClient(threadId),
    official: official.getChatThreadClient(threadId),
  };
}

/** Parses a page and its dates: the minimum work of any client. */
function parseWithDates(text: string): unknown {
  const page = JSON.parse(text) as { value: { createdOn: string | Date }[] };
  for (const message of page.value) message.createdOn = new Date(message.createdOn);
  return page;
}

console.log(JSON.stringify(await measureCalls()));
