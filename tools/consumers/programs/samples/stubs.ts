/** Stubs clients as unit tests do: with sinon, by assignment, on the prototype, and with a subclass. */
import { ChatClient, ChatThreadClient } from "@azure/communication-chat";
import * as sinon from "sinon";
import { alice, clientOf, credentialOf, endpoint, newThread } from "./setting";
import { attempt, print } from "./report";

class LoggingChatClient extends ChatClient {
  readonly calls: string[] = [];

  override async createChatThread(...args: Parameters<ChatClient["createChatThread"]>) {
    this.calls.push("createChatThread");
    return super.createChatThread(...args);
  }

  override getChatThreadClient(threadId: string) {
    this.calls.push("getChatThreadClient");
    return super.getChatThreadClient(threadId);
  }
}

class FixedThreadClient extends ChatThreadClient {
  override async sendMessage() {
    return { id: "fixed" };
  }
}

async function main() {
  const stubbed = sinon.createStubInstance(ChatClient);
  const stubbedThread = sinon.createStubInstance(ChatThreadClient);
  stubbed.getChatThreadClient.returns(stubbedThread);
  stubbedThread.sendMessage.resolves({ id: "7" });
  const typed: ChatClient = stubbed;
  const thread: ChatThreadClient = typed.getChatThreadClient("any");
  await attempt("stub instance", () => thread.sendMessage({ content: "x" }));
  print("stub is an instance", [stubbed instanceof ChatClient, thread instanceof ChatThreadClient]);
  print("calls", stubbedThread.sendMessage.firstCall.args);

  const client = clientOf(alice);
  const create = sinon.stub(client, "createChatThread").resolves({ errors: [] } as object);
  await attempt("stubbed method", () => client.createChatThread({ topic: "x" }));
  create.restore();
  const threadId = await newThread(client, "Stubs");
  print("restored", typeof threadId);

  const spy = sinon.spy(ChatThreadClient.prototype, "sendMessage");
  await attempt("spied on the prototype", async () => {
    const { id } = await client.getChatThreadClient(threadId).sendMessage({ content: "x" });
    return typeof id;
  });
  print("spy", [spy.callCount, spy.firstCall.args]);
  spy.restore();

  const mine = client.getChatThreadClient(threadId);
  mine.getProperties = async () => ({ id: "mine", topic: "assigned" }) as never;
  await attempt("assigned method", () => mine.getProperties());
  sinon.replace(mine, "sendReadReceipt", sinon.fake.resolves(undefined));
  await attempt("replaced method", () => mine.sendReadReceipt({ chatMessageId: "1" }));
  sinon.restore();

  const logging = new LoggingChatClient(endpoint, credentialOf(alice));
  await attempt("subclass", async () => {
    const id = await newThread(logging, "Subclass");
    const { topic } = await logging.getChatThreadClient(id).getProperties();
    return [logging.calls, topic];
  });
  const fixed = new FixedThreadClient(endpoint, threadId, credentialOf(alice));
  await attempt("subclass of the thread client", () => fixed.sendMessage());
  await attempt("its inherited method", async () => (await fixed.getProperties()).topic);
  const fields = Object.keys(new LoggingChatClient(endpoint, credentialOf(alice)));
  print("own fields can be listed", fields.includes("calls"));
}

void main();
