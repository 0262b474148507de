/** An app on the UI library's stateful client, hooks and components. */
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import {
  ChatClientProvider,
  ChatThreadClientProvider,
  createStatefulChatClient,
  ErrorBar,
  FluentThemeProvider,
  fromFlatCommunicationIdentifier,
  MessageThread,
  ParticipantList,
  SendBox,
  TypingIndicator,
  useChatClient,
  useChatThreadClient,
  usePropsFor,
  type ChatClientState,
  type StatefulChatClient,
} from "@azure/communication-react";
import type { ChatThreadClient } from "@azure/communication-chat";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { act, hear, offerState, settings, summarize } from "./page.ts";

/** The recorded events. readReceiptReceived is not among them, because timers decide how often components send receipts. */
const events = [
  "chatMessageReceived",
  "chatMessageEdited",
  "chatMessageDeleted",
  "typingIndicatorReceived",
  "chatThreadCreated",
  "chatThreadDeleted",
  "chatThreadPropertiesUpdated",
  "participantsAdded",
  "participantsRemoved",
] as const;

const listeners = events.map((event) => {
  const listen = (data: { readonly type?: string }) => {
    // Events of the official client have the types Text and RichText/Html instead of text and html.
    const type = data.type?.toLowerCase().replace("richtext/", "");
    hear(event, { ...data, type });
  };
  return [event, listen] as const;
});

/** Adds each listener once. After a stop, the official client has removed its listeners, but our client has not. */
function subscribe(client: StatefulChatClient) {
  // Each overload of `on` and `off` accepts only one event.
  const { on, off } = client as unknown as Record<"on" | "off", (...listener: unknown[]) => void>;
  for (const listener of listeners) {
    off.apply(client, [...listener]);
    on.apply(client, [...listener]);
  }
}

/** Shows the topics of the threads in the client's state. */
function ThreadList() {
  const client = useChatClient();
  const [state, setState] = useState<ChatClientState>(client.getState());
  useEffect(() => {
    client.onStateChange(setState);
    return () => client.offStateChange(setState);
  }, [client]);
  return (
    <ul aria-label="Threads">
      {Object.values(state.threads).map(({ threadId, properties }) => (
        <li key={threadId}>{properties?.topic ?? "(no topic)"}</li>
      ))}
    </ul>
  );
}

function Chat() {
  const thread = useChatThreadClient();
  const messageThread = usePropsFor(MessageThread);
  const sendBox = usePropsFor(SendBox);
  const typing = usePropsFor(TypingIndicator);
  const participants = usePropsFor(ParticipantList);
  const errors = usePropsFor(ErrorBar);

  useEffect(() => {
    const load = async () => {
      await thread.getProperties();
      for await (const page of thread.listParticipants().byPage({ maxPageSize: 50 })) {
        hear("page of participants", page.length);
      }
    };
    load().catch((error: Error) => hear("load rejected", error.message));
  }, [thread]);

  return (
    <>
      <ErrorBar {...errors} />
      <ParticipantList {...participants} />
      <div style={{ height: "500px" }}>
        <MessageThread {...messageThread} showMessageStatus showMessageDate />
      </div>
      <TypingIndicator {...typing} />
      <SendBox {...sendBox} />
    </>
  );
}

/** Offers the methods of both clients that no component calls. */
function offer(client: StatefulChatClient, thread: ChatThreadClient) {
  act("addParticipant", (rawId, displayName) =>
    thread.addParticipants({
      participants: [{ id: fromFlatCommunicationIdentifier(rawId!), displayName: displayName! }],
    }),
  );
  act("removeParticipant", (rawId) =>
    thread.removeParticipant(fromFlatCommunicationIdentifier(rawId!)),
  );
  act("updateTopic", (topic) => thread.updateTopic(topic!));
  act("sendHtml", (content) =>
    thread.sendMessage(
      { content: content! },
      { type: "html", senderDisplayName: settings.displayName, metadata: { urgent: "true" } },
    ),
  );
  act("getMessage", async (id) => {
    const { type, content, metadata } = await thread.getMessage(id!);
    return { type, content, metadata };
  });
  act("createThread", async (topic) => {
    const { chatThread, invalidParticipants } = await client.createChatThread({ topic: topic! });
    return { topic: chatThread?.topic, createdBy: chatThread?.createdBy, invalidParticipants };
  });
  act("deleteThread", async (topic) => {
    const threads = Object.values(client.getState().threads);
    const found = threads.find(({ properties }) => properties?.topic === topic);
    await client.deleteChatThread(found!.threadId);
  });
  act("listThreads", async () => {
    const topics = [];
    for await (const { topic } of client.listChatThreads()) topics.push(topic);
    return topics;
  });
  act("listMessages", async () => {
    const { value } = await thread.listMessages({ maxPageSize: 4 }).byPage().next();
    return value as unknown;
  });
  act("listReadReceipts", async () => {
    const readers = new Set();
    for await (const { sender } of thread.listReadReceipts()) readers.add(sender);
    return readers.size > 0;
  });
  act("stop", () => client.stopRealtimeNotifications());
  act("start", async () => {
    await client.startRealtimeNotifications();
    subscribe(client);
  });
}

async function start() {
  const { endpoint, token, userId, displayName, threadId } = settings;
  const client = createStatefulChatClient({
    userId: fromFlatCommunicationIdentifier(userId) as { communicationUserId: string },
    displayName,
    endpoint,
    credential: new AzureCommunicationTokenCredential(token),
  });
  const thread = client.getChatThreadClient(threadId);
  await client.startRealtimeNotifications();
  subscribe(client);
  offer(client, thread);
  offerState(() => {
    const { threads, latestErrors, ...state } = client.getState();
    return { ...state, threads: Object.values(threads).map(summarize), latestErrors };
  });
  createRoot(document.getElementById("root")!).render(
    <FluentThemeProvider>
      <ChatClientProvider chatClient={client}>
        <ThreadList />
        <ChatThreadClientProvider chatThreadClient={thread}>
          <Chat />
        </ChatThreadClientProvider>
      </ChatClientProvider>
    </FluentThemeProvider>,
  );
}

await start();
