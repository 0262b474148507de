/** The hooks on the real store, client and emulator. */
import { ChatClient } from "@acs-chat/client";
import { createChatStore } from "@acs-chat/store";
import { type Emulator, startEmulator } from "@acs-chat/emulator";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import {
  type ComponentType,
  StrictMode,
  Suspense,
  startTransition,
  useState,
  version,
} from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import {
  ChatProvider,
  useConnection,
  useMessages,
  useReceipts,
  useSend,
  useThreads,
  useTyping,
} from "../src/index.ts";

afterEach(cleanup);

async function person(emulator: Emulator) {
  const { id, token } = await emulator.createUser();
  const client = new ChatClient(emulator.endpoint, new AzureCommunicationTokenCredential(token), {
    httpClient: emulator.httpClient,
  });
  return { id, client, store: createChatStore(client, { userId: id }) };
}

async function conversation(emulator: Emulator) {
  const ann = await person(emulator);
  const bob = await person(emulator);
  const { chatThread } = await ann.client.createChatThread(
    { topic: "Lunch" },
    { participants: [{ id: { communicationUserId: bob.id } }] },
  );
  return { ann, bob, threadId: chatThread!.id };
}

function Conversation({ threadId }: { threadId: string }) {
  const items = useMessages(threadId, (messages) => messages.items);
  const { send } = useSend(threadId);
  const { typists, notifyTyping } = useTyping(threadId);
  const receipts = useReceipts(threadId, ({ length }) => length);
  return (
    <section>
      <ol>
        {items.map(({ key, status, content }) => (
          <li key={key} data-status={status}>
            {content?.message}
          </li>
        ))}
      </ol>
      <button type="button" onClick={() => send("Noodles at noon?")}>
        Send
      </button>
      <input aria-label="Message" onChange={notifyTyping} />
      <output>
        {typists.length} typing, {receipts} read
      </output>
    </section>
  );
}

function Sidebar() {
  const topics = useThreads(({ items }) => items.map(({ topic }) => topic).join());
  const unread = useThreads(({ unreadCount }) => unreadCount);
  const state = useConnection(({ state: now }) => now);
  return <nav>{`${topics} (${unread}) ${state}`}</nav>;
}

test("runs on the expected React version", () => {
  expect(version.split(".")[0]).toBe(process.env["REACT_VERSION"] ?? "19");
});

test("exchanges messages between two users in StrictMode", async () => {
  await using emulator = await startEmulator();
  const { ann, bob, threadId } = await conversation(emulator);
  await Promise.all([ann.store.start(), bob.store.start()]);
  render(
    <StrictMode>
      <ChatProvider store={ann.store}>
        <Sidebar />
        <Conversation threadId={threadId} />
      </ChatProvider>
    </StrictMode>,
  );
  await waitFor(() => screen.getByText("Lunch (0) connected"));
  fireEvent.click(screen.getByText("Send"));
  expect(screen.getByText("Noodles at noon?").dataset["status"]).toBe("sending");
  await waitFor(() => expect(screen.getByText("Noodles at noon?").dataset["status"]).toBe("sent"));
  const theirs = bob.store.thread(threadId);
  await theirs.load();
  theirs.markRead();
  theirs.notifyTyping();
  await waitFor(() => screen.getByText("1 typing, 1 read"));
  theirs.send("Yes!");
  await waitFor(() => screen.getByText("Yes!"));
  await waitFor(() => screen.getByText("Lunch (1) connected"));
  await act(() => Promise.all([ann.store.dispose(), bob.store.dispose()]));
});

test("renders a component only if the selected part changes", async () => {
  await using emulator = await startEmulator();
  const { ann, threadId } = await conversation(emulator);
  const rendered = { count: 0, all: 0 };
  const Count = () => {
    rendered.count += 1;
    return <b>{useMessages(threadId, ({ loaded }) => String(loaded))}</b>;
  };
  const All = () => {
    rendered.all += 1;
    return <i>{useMessages(threadId).items.length}</i>;
  };
  render(
    <ChatProvider store={ann.store}>
      <Count />
      <All />
    </ChatProvider>,
  );
  await waitFor(() => screen.getByText("true"));
  const before = { ...rendered };
  act(() => void ann.store.thread(threadId).send("one more"));
  await waitFor(() => expect(rendered.all).toBeGreaterThan(before.all));
  expect(rendered.count).toBe(before.count);
  await act(() => ann.store.dispose());
});

test("renders on the server, and throws without a provider", async () => {
  await using emulator = await startEmulator();
  const { ann, threadId } = await conversation(emulator);
  const page = renderToString(
    <ChatProvider store={ann.store}>
      <Sidebar />
      <Conversation threadId={threadId} />
    </ChatProvider>,
  );
  expect(page).toContain("(0) stopped");
  expect(() => renderToString(<Sidebar />)).toThrow("outside of <ChatProvider>");
  await ann.store.dispose();
});

/** Shows items in a transition in which React may yield between them. */
function Page({ Item }: { Item: ComponentType }) {
  const [shown, show] = useState(0);

  return (
    <Suspense>
      <button type="button" onClick={() => startTransition(() => show(shown + 1))}>
        Show
      </button>
      {Array.from({ length: shown * 4 }, (_, index) => (
        <Item key={index} />
      ))}
    </Suspense>
  );
}

test("shows the same state in two components of a transition", async () => {
  await using emulator = await startEmulator();
  const { ann, threadId } = await conversation(emulator);
  await act(() => ann.store.thread(threadId).load());
  const pairs = new Set<string>();
  const Length = () => {
    const length = useMessages(threadId, ({ items }) => items.length);
    // Long enough for React to yield between the components of a transition.
    for (const end = performance.now() + 8; performance.now() < end;);
    return <b>{length}</b>;
  };
  const { container } = render(
    <ChatProvider store={ann.store}>
      <Page Item={Length} />
    </ChatProvider>,
  );
  const look = new MutationObserver(() => {
    pairs.add(
      [...new Set([...container.querySelectorAll("b")].map((one) => one.textContent))].join(),
    );
  });
  look.observe(container, { subtree: true, childList: true, characterData: true });
  fireEvent.click(screen.getByText("Show"));
  for (let number = 0; number < 5; number += 1) {
    act(() => void ann.store.thread(threadId).send(`${number}`));
  }
  await waitFor(() => expect(container.querySelectorAll("b")).toHaveLength(4));
  look.disconnect();
  expect([...pairs].filter((pair) => pair.includes(","))).toEqual([]);
  await act(() => ann.store.dispose());
});
