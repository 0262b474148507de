/** The chat composite of Microsoft's UI library, used as its documentation shows. */
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { ChatComposite, useAzureCommunicationChatAdapter } from "@azure/communication-react";
import { useEffect, useMemo } from "react";
import { createRoot } from "react-dom/client";
import { act, hear, offerState, settings, summarize } from "./page.ts";

/** The recorded events. messageRead is not among them, because timers decide how often the library reports a message. */
const events = [
  "messageReceived",
  "messageEdited",
  "messageDeleted",
  "messageSent",
  "participantsAdded",
  "participantsRemoved",
  "topicChanged",
  "error",
] as const;

function App() {
  const { endpoint, token, userId, displayName, threadId } = settings;
  const credential = useMemo(() => new AzureCommunicationTokenCredential(token), [token]);
  const user = useMemo(() => ({ communicationUserId: userId }), [userId]);
  const adapter = useAzureCommunicationChatAdapter({
    endpoint,
    userId: user,
    displayName,
    credential,
    threadId,
  });

  useEffect(() => {
    if (adapter === undefined) return;
    // Each overload of `on` accepts only one event.
    const on = adapter.on as (event: string, listener: (data: unknown) => void) => void;
    for (const event of events) on(event, (data) => hear(event, data));
    act("setTopic", (topic) => adapter.setTopic(topic!));
    act("removeParticipant", (id) => adapter.removeParticipant(id!));
    act("sendMessage", (content) => adapter.sendMessage(content!));
    offerState(() => {
      const { thread, latestErrors, ...state } = adapter.getState();
      return { ...state, thread: summarize(thread), latestErrors };
    });
  }, [adapter]);

  if (adapter === undefined) return <p>Connecting</p>;
  return (
    <div style={{ height: "95vh" }}>
      <ChatComposite adapter={adapter} />
    </div>
  );
}

createRoot(document.getElementById("root")!).render(<App />);
