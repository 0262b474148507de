/** A web chat on Microsoft's adapter between the Bot Framework and Communication Services. */
import { createACSAdapter } from "@microsoft/botframework-webchat-adapter-azure-communication-chat/dist-esm/src/index.js";
import type { Activity } from "@microsoft/botframework-webchat-adapter-azure-communication-chat/dist-esm/src/index.js";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { act, hear, settings } from "./page.ts";

const { endpoint, token, userId, displayName, threadId } = settings;

const noFiles = {
  uploadFiles: async () => [],
  downloadFiles: async () => [],
  updatePermissions: async () => undefined,
  getFileIds: () => undefined,
  createFileIdProperty: () => ({}),
  getFileMetadata: () => undefined,
  createFileMetadataProperty: () => ({}),
  createBotAttachment: () => ({}),
};

const adapter = createACSAdapter(
  token,
  userId,
  threadId,
  endpoint,
  noFiles,
  60_000,
  { notifyErrorEvent: ({ ErrorType, StatusCode }) => hear("error", { ErrorType, StatusCode }) },
  displayName,
  undefined,
  undefined,
  {
    enableThreadMemberUpdateNotification: true,
    enableSenderDisplayNameInTypingNotification: true,
    enableMessageErrorHandler: true,
    historyPageSizeLimit: 5,
  },
);

const statuses = ["uninitialized", "connecting", "connected", undefined, "failed"];

function post(activity: Partial<Activity> & Pick<Activity, "type">): Promise<void> {
  const whole = {
    channelId: "ACS",
    channelData: {},
    conversation: { id: threadId },
    from: { id: userId, name: displayName, role: "user" },
    timestamp: new Date().toISOString(),
    ...activity,
  };
  return new Promise((resolve, reject) => {
    adapter.postActivity(whole).subscribe({ error: reject, complete: resolve });
  });
}

act("post", (text) =>
  post({
    type: "message",
    text: text!,
    channelData: { tags: "greeting", clientActivityID: "activity-1", metadata: { mood: "good" } },
  }),
);
act("postCard", (title) =>
  post({ type: "message", text: "Choose", value: { title: title! }, attachmentLayout: "list" }),
);
act("type", () => post({ type: "typing" }));
act("older", () => void window.dispatchEvent(new Event("acs-adapter-loadnextpage")));
act("leave", () => void window.dispatchEvent(new Event("acs-adapter-leavechat")));

function WebChat() {
  const [status, setStatus] = useState<string>();
  const [activities, setActivities] = useState<readonly Activity[]>([]);
  useEffect(() => {
    const status$ = adapter.connectionStatus$.subscribe((number) => setStatus(statuses[number]));
    const activity$ = adapter.activity$.subscribe((activity) => {
      hear("activity", activity);
      setActivities((all) => [...all, activity]);
    });
    return () => {
      status$.unsubscribe();
      activity$.unsubscribe();
    };
  }, []);
  return (
    <main>
      <p>{status}</p>
      <ul aria-label="Activities">
        {activities.map(({ type, from, text }, index) => (
          <li
            key={index}
          >{`${type} from ${from.name ?? "nobody"} (${from.role}): ${text ?? ""}`}</li>
        ))}
      </ul>
    </main>
  );
}

createRoot(document.getElementById("root")!).render(<WebChat />);
