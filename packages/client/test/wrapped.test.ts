/**
 * Tests clients wrapped as applications and UI libraries do: in proxies, prototypes, subclasses, reactive state and
 * stubs. Every method must work as on the client itself.
 */
import * as sinon from "sinon";
import { describe, expect, test } from "vitest";
import { isReactive, reactive, ref, shallowReactive } from "vue";
import { ChatClient, ChatThreadClient } from "../src/index.ts";
import { credential, endpoint, scripted, type SentRequest, threadId } from "./support/scripted.ts";

/** A Proxy like that of Microsoft's UI library: methods run with the Proxy as `this`. */
const shallow = <T extends object>(target: T): T =>
  new Proxy(target, {
    get: (inner, name, receiver) => Reflect.get(inner, name, receiver) as unknown,
  });

/** A Proxy that also wraps every object that a property holds. */
const deep = <T extends object>(target: T): T =>
  new Proxy(target, {
    get(inner, name, receiver) {
      const value: unknown = Reflect.get(inner, name, receiver);
      return typeof value === "object" && value !== null ? deep(value) : value;
    },
  });

/** A Proxy that reads properties from the inner object, and calls methods with the Proxy as `this`. */
const overriding = <T extends object>(target: T): T =>
  new Proxy(target, { get: (inner, name) => inner[name as keyof T] });

const wrappers: Record<string, <T extends object>(client: T) => T> = {
  "no wrapper": (client) => client,
  "a Proxy": shallow,
  "a Proxy in a Proxy": (client) => shallow(shallow(client)),
  "a deep Proxy": deep,
  "a Proxy without a receiver": overriding,
  "Object.create": (client) => Object.create(client) as typeof client,
  "Vue's reactive": (client) => reactive(client) as typeof client,
  "Vue's shallowReactive": (client) => shallowReactive(client),
  "Vue's ref": (client) => ref(client).value as typeof client,
};

const message = { id: "1", type: "text", sequenceId: "1", version: "1" };
const body = {
  ...message,
  value: [{ ...message, topic: "t", createdOn: "2026-01-01T00:00:00Z" }],
  topic: "t",
  createdOn: "2026-01-01T00:00:00Z",
  createdByCommunicationIdentifier: { rawId: "8:acs:a", communicationUser: { id: "8:acs:a" } },
};
const statusOf = ({ method, path }: SentRequest) =>
  method === "GET" ? 200 : method !== "POST" || path.endsWith(":remove") ? 204 : 201;
const answer = (request: SentRequest) => {
  if (/typing|\/readReceipts$/.test(request.path) && request.method === "POST") return {};
  // One item has the properties of all lists. Additional properties have no effect.
  const items = { participants: { communicationIdentifier: { rawId: "8:acs:a" } } };
  const item = Object.entries(items).find(([list]) => request.path.endsWith(list))?.[1];
  return { status: statusOf(request), body: item ? { value: [item] } : body };
};

const listener = () => {};

/** Calls every method once, and returns the results. */
async function callAll(client: ChatClient, thread: ChatThreadClient): Promise<unknown[]> {
  const user = { communicationUserId: "8:acs:b" };
  client.on("chatMessageReceived", listener);
  client.once("chatMessageReceived", listener);
  client.off("chatMessageReceived", listener);
  return [
    await client.createChatThread({ topic: "t" }, { idempotencyToken: "i" }),
    await client.listChatThreads().next(),
    await client.deleteChatThread(threadId),
    client.getChatThreadClient(threadId).threadId,
    client.state,
    await client.stopRealtimeNotifications(),
    thread.threadId,
    await thread.getProperties(),
    await thread.updateTopic("t"),
    await thread.updateProperties({ topic: "t" }),
    await thread.sendMessage({ content: "c" }),
    await thread.getMessage("1"),
    await thread.listMessages().next(),
    await thread.updateMessage("1", { content: "c" }),
    await thread.deleteMessage("1"),
    await thread.addParticipants({ participants: [{ id: user }] }),
    await thread.listParticipants().next(),
    await thread.removeParticipant(user),
    await thread.sendTypingNotification(),
    await thread.sendTypingNotification(),
    await thread.sendReadReceipt({ chatMessageId: "1" }),
  ];
}

describe.each(Object.entries(wrappers))("%s", (_, wrap) => {
  test("sends the same requests and returns the same results in every method", async () => {
    const plain = scripted([answer]);
    const expected = await callAll(plain.client, plain.thread);
    const { client, sent } = scripted([answer]);
    const wrapped = wrap(client);
    expect(await callAll(wrapped, wrap(wrapped.getChatThreadClient(threadId)))).toEqual(expected);
    expect(sent.map(({ method, url }) => [method, url])).toEqual(
      plain.sent.map(({ method, url }) => [method, url]),
    );
  });
});

test("uses Vue's reactive wrapper", () => {
  expect(isReactive(reactive(scripted([answer]).client))).toBe(true);
});

test("supports subclasses with any members and overridden methods", async () => {
  class Counting extends ChatThreadClient {
    core = 0;
    state = "mine";
    run = 1;
    override async getProperties(...args: Parameters<ChatThreadClient["getProperties"]>) {
      this.core += 1;
      return super.getProperties(...args);
    }
  }
  const { client } = scripted([answer]);
  class Client extends ChatClient {
    override getChatThreadClient = (id: string) => new Counting(endpoint, id, credential);
  }
  const thread = new Client(endpoint, credential).getChatThreadClient(threadId);
  await expect(thread.getProperties({ abortSignal: AbortSignal.abort() })).rejects.toThrow("abort");
  expect(thread.core).toBe(1);
  expect(client).toBeInstanceOf(ChatClient);
});

test("has every method in stubs", async () => {
  const thread = sinon.createStubInstance(ChatThreadClient);
  thread.sendMessage.resolves({ id: "7" });
  const client = sinon.createStubInstance(ChatClient);
  client.getChatThreadClient.returns(thread);
  expect(await client.getChatThreadClient("t").sendMessage({ content: "c" })).toEqual({ id: "7" });
  sinon.stub(ChatThreadClient.prototype, "getProperties").resolves({ topic: "stub" } as never);
  expect((await scripted([answer]).thread.getProperties()).topic).toBe("stub");
  sinon.restore();
});
