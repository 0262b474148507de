import { ChatClient } from "@acs-chat/client";
import { createChatStore } from "@acs-chat/store";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { StrictMode, startTransition, useState, version } from "react";
import { createRoot } from "react-dom/client";
import { ChatProvider, useConnection, useMessages, useSend, useThreads } from "../../src/index.ts";

interface Settings {
  readonly endpoint: string;
  readonly token: string;
  readonly userId: string;
  readonly threadId: string;
}
const { settings } = globalThis as unknown as { settings: Settings };
const { endpoint, token, userId, threadId } = settings;

const client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token));
const store = createChatStore(client, { userId });

function Page() {
  const topics = useThreads(({ items }) => items.map(({ topic }) => topic).join());
  const state = useConnection((connection) => connection.state);
  const items = useMessages(threadId, (messages) => messages.items);
  const { send } = useSend(threadId);
  const [isShown, show] = useState(false);
  return (
    <main>
      <p>{`${topics} ${state}`}</p>
      <i data-testid="version">{version.split(".")[0]}</i>
      <ol>
        {items.map(({ key, status, content }) => (
          <li key={key} data-status={status}>
            {content?.message}
          </li>
        ))}
      </ol>
      <button onClick={() => send("From the page")}>Send</button>
      <button onClick={() => startTransition(() => show(true))}>Show</button>
      {isShown && Array.from({ length: 10 }, (_, index) => <Slow key={index} />)}
    </main>
  );
}

function Slow() {
  const count = useMessages(
    threadId,
    ({ items }) => items.filter(({ type }) => type === "text").length,
  );
  for (const end = performance.now() + 8; performance.now() < end;);
  return <b data-testid="slow">{`${count} texts`}</b>;
}

/** The states that components showed at the same time, if they differed. */
const torn: string[] = [];
Object.assign(globalThis, { torn });
new MutationObserver(() => {
  const shown = new Set(
    [...document.querySelectorAll("[data-testid=slow]")].map((one) => one.textContent),
  );
  if (shown.size > 1) torn.push([...shown].join());
}).observe(document.body, { subtree: true, childList: true, characterData: true });

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <ChatProvider store={store}>
      <Page />
    </ChatProvider>
  </StrictMode>,
);
void store.start();
