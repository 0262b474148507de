/** Uses clients through the proxies of frameworks and stores. */
import { ChatClient, ChatThreadClient } from "@azure/communication-chat";
import { markRaw, reactive, ref, shallowReactive, shallowRef, toRaw } from "@vue/reactivity";
import { alice, clientOf, newThread } from "./setting";
import { attempt, print } from "./report";

/** Returns a proxy that forwards everything and is the `this` of methods, as in stores. */
function shallow<Value extends object>(value: Value): Value {
  return new Proxy(value, { get: (target, key, receiver) => Reflect.get(target, key, receiver) });
}

/** Returns a proxy that wraps every object that it returns, including the results of methods. */
function deep<Value extends object>(value: Value): Value {
  return new Proxy(value, {
    get(target, key, receiver) {
      const found = Reflect.get(target, key, receiver) as unknown;
      const { writable, configurable } = Reflect.getOwnPropertyDescriptor(target, key) ?? {};
      // A proxy must return properties that are not configurable unchanged.
      const fixed = writable === false && configurable === false;
      return typeof found === "object" && found !== null && !fixed ? deep(found) : found;
    },
  });
}

const wraps: Record<string, <Value extends object>(value: Value) => Value> = {
  shallow,
  deep,
  "Object.create": (value) => Object.create(value),
  "reactive of Vue": (value) => reactive(value) as typeof value,
  "ref of Vue": (value) => ref(value).value as typeof value,
  "shallowRef of Vue": (value) => shallowRef(value).value,
  "shallowReactive of Vue": (value) => shallowReactive(value) as typeof value,
  "toRaw of Vue": (value) => toRaw(reactive(value)) as typeof value,
  "markRaw of Vue": (value) => markRaw(value),
};

async function use(wrap: <Value extends object>(value: Value) => Value, topic: string) {
  const raw = clientOf(alice);
  const client = wrap(raw);
  const threadId = await newThread(client, topic);
  const thread = wrap(client.getChatThreadClient(threadId));
  print("instances", [client instanceof ChatClient, thread instanceof ChatThreadClient]);
  const { id } = await thread.sendMessage({ content: "Wrapped" });
  await thread.updateMessage(id, { content: "Wrapped and edited" });
  await thread.sendTypingNotification();
  await thread.sendReadReceipt({ chatMessageId: id });
  const texts = [];
  for await (const { content } of thread.listMessages()) texts.push(content && content.message);
  const topics = [];
  for await (const item of client.listChatThreads()) topics.push(item.topic);
  const properties = await client.getChatThreadClient(threadId).getProperties();
  return [texts, topics.length > 0, thread.threadId === threadId, properties.topic];
}

async function main() {
  for (const [name, wrap] of Object.entries(wraps)) await attempt(name, () => use(wrap, name));
}

void main();
