import type { RealtimeState } from "@acs-chat/client";
import { type Chat, createChat } from "./chat.ts";
import { createMessageList, newestOfOthers } from "./message-list.ts";
import { nameNode } from "./message.ts";
import { enter } from "./session.ts";

const find = <T extends Element>(selector: string): T => document.querySelector<T>(selector)!;
const door = find<HTMLFormElement>("#door");
const room = find<HTMLElement>("#room");
const status = find<HTMLElement>("#status");
const typing = find<HTMLElement>("#typing");
const sending = find<HTMLElement>("#sending");
const problem = find<HTMLElement>("#problem");
const list = find<HTMLElement>("#messages");
const newest = find<HTMLButtonElement>("#newest");
const form = find<HTMLFormElement>("#composer");
const text = find<HTMLInputElement>("#text");
const picture = find<HTMLInputElement>("#picture");

const STATES: Readonly<Record<RealtimeState, string>> = {
  connected: "Live",
  connecting: "Connecting…",
  reconnecting: "The connection is lost. Reconnecting…",
  stopped: "Not connected. Reload the page.",
};
/** The thread that is open. */
let current: Chat | undefined;
/** How long somebody who typed is shown as typing, in milliseconds. */
const TYPING = 9000;

door.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = find<HTMLButtonElement>("#door button");
  button.disabled = true;
  void report(() => open(String(new FormData(door).get("name")))).then(() => {
    button.disabled = false;
  });
});

async function open(name: string): Promise<void> {
  const { session, client } = await enter(name);
  door.hidden = true;
  room.hidden = false;
  text.focus();
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let read: string | undefined;
  let unread: string | undefined;
  const chat = createChat(client, session, {
    onMessages(all) {
      messages.show(all);
      unread = newestOfOthers(all, session.userId);
      markRead();
    },
    onTyping(who) {
      clearTimeout(typingTimer);
      typing.replaceChildren(...(who === undefined ? [] : [nameNode(who), " is typing…"]));
      typingTimer = setTimeout(() => (typing.textContent = ""), TYPING);
    },
    onRead: (reader, messageId) => messages.markRead(reader, messageId),
    onState(state) {
      status.textContent = STATES[state];
      status.dataset["state"] = state;
    },
  });
  const messages = createMessageList(list, {
    userId: session.userId,
    image: (id) => chat.image(id),
    async onTop() {
      try {
        const more = await chat.loadOlder();
        // Takes back its own words only.
        if (problem.dataset["of"] === "history") say("");
        return more;
      } catch (error) {
        say(error, "history");
        return false;
      }
    },
    onEnd(atEnd) {
      newest.hidden = atEnd;
      markRead();
    },
  });
  // Read is what somebody could see: the end of the list, in a page that is shown.
  const markRead = (): void => {
    if (unread === undefined || unread === read || document.hidden || !newest.hidden) return;
    read = unread;
    chat.read(unread);
  };
  current = chat;
  document.addEventListener("visibilitychange", markRead);
  newest.addEventListener("click", () => {
    messages.toEnd();
    text.focus();
  });
  await chat.open();
}

text.addEventListener("input", () => current?.typing());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const chat = current;
  const content = text.value;
  const file = picture.files?.[0];
  if (chat === undefined || (content.trim() === "" && file === undefined)) return;
  form.reset();
  const onItsWay = document.createElement("p");
  onItsWay.className = "text";
  onItsWay.dir = "auto";
  onItsWay.textContent = content || file!.name;
  sending.append(onItsWay);
  void report(() => chat.send(content, file)).then((id) => {
    onItsWay.remove();
    if (id !== undefined) return;
    // What was not sent is not lost either, nor what has been written meanwhile.
    text.value = [content, text.value].filter((words) => words.trim() !== "").join(" ");
    if (file === undefined || picture.files?.length) return;
    const files = new DataTransfer();
    files.items.add(file);
    picture.files = files.files;
  });
});

/** Waits for something the user asked for; says if it fails. Undefined if it does. */
async function report<T>(work: () => Promise<T>): Promise<T | undefined> {
  say("");
  try {
    return await work();
  } catch (error) {
    say(error);
    return undefined;
  }
}

/** Says what went wrong, and with what. */
function say(error: unknown, of: "history" | "wish" = "wish"): void {
  problem.textContent = error instanceof Error ? error.message : String(error);
  problem.dataset["of"] = of;
}
