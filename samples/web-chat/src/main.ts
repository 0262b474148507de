import type { RealtimeState } from "@acs-chat/client";
import { type Chat, openChat } from "./chat.ts";
import { createMessageList } from "./message-list.ts";
import { enter } from "./session.ts";

const find = <T extends Element>(selector: string): T => document.querySelector<T>(selector)!;
const door = find<HTMLFormElement>("#door");
const room = find<HTMLElement>("#room");
const status = find<HTMLElement>("#status");
const typing = find<HTMLElement>("#typing");
const problem = find<HTMLElement>("#problem");
const list = find<HTMLElement>("#messages");
const form = find<HTMLFormElement>("#composer");
const text = find<HTMLInputElement>("#text");
const picture = find<HTMLInputElement>("#picture");

const STATES: Readonly<Record<RealtimeState, string>> = {
  connected: "Live",
  connecting: "Connecting…",
  reconnecting: "The connection is lost. Reconnecting…",
  stopped: "Not connected. Reload the page.",
};
/** How long somebody who typed is shown as typing, in milliseconds. */
const TYPING = 9000;

door.addEventListener("submit", (event) => {
  event.preventDefault();
  const name = String(new FormData(door).get("name"));
  void report(() => open(name));
});

async function open(name: string): Promise<void> {
  const { session, client } = await enter(name);
  door.hidden = true;
  room.hidden = false;
  text.focus();
  let chat: Chat | undefined;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let read: string | undefined;
  const messages = createMessageList(list, session.userId, (id) => chat!.image(id));
  const markRead = (): void => {
    const newest = messages.newestOfOthers();
    if (newest === undefined || newest === read || document.hidden) return;
    read = newest;
    chat?.read(newest);
  };
  chat = await openChat(client, session, {
    onMessages(some) {
      messages.put(some);
      typing.textContent = "";
      markRead();
    },
    onTyping(who) {
      typing.textContent = `${who} is typing…`;
      clearTimeout(typingTimer);
      typingTimer = setTimeout(() => (typing.textContent = ""), TYPING);
    },
    onRead: (reader, messageId) => messages.markRead(reader, messageId),
    onState(state) {
      status.textContent = STATES[state];
      status.dataset["state"] = state;
    },
  });
  document.addEventListener("visibilitychange", markRead);
  await loadWhileInSight(chat);
  use(chat);
}

/** Loads older messages whenever the upper end of the list comes into sight. */
async function loadWhileInSight(chat: Chat): Promise<void> {
  let more = await chat.loadOlder();
  while (more && list.scrollHeight <= list.clientHeight) more = await chat.loadOlder();
  let loading = false;
  list.addEventListener("scroll", () => {
    if (!more || loading || list.scrollTop > 300) return;
    loading = true;
    void report(async () => {
      more = await chat.loadOlder();
    }).finally(() => {
      loading = false;
    });
  });
}

function use(chat: Chat): void {
  text.addEventListener("input", () => chat.typing());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const content = text.value;
    const file = picture.files?.[0];
    if (content.trim() === "" && file === undefined) return;
    form.reset();
    void report(() => chat.send(content, file)).then((sent) => {
      // What was not sent is not lost either.
      if (!sent) text.value = content;
    });
  });
}

/** Waits for something the user asked for; says if it fails. */
async function report(work: () => Promise<void>): Promise<boolean> {
  problem.textContent = "";
  try {
    await work();
    return true;
  } catch (error) {
    problem.textContent = error instanceof Error ? error.message : String(error);
    return false;
  }
}
