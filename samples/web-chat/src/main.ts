import type { ConnectionState } from "@acs-chat/store";
import { type Chat, createChat } from "./chat.ts";
import { createMessageList, newestOfOthers } from "./message-list.ts";
import { nameNode } from "./message.ts";
import { enter } from "./session.ts";

const find = <T extends Element>(selector: string): T => document.querySelector<T>(selector)!;
const door = find<HTMLFormElement>("#door");
const room = find<HTMLElement>("#room");
const status = find<HTMLElement>("#status");
const typing = find<HTMLElement>("#typing");
const problem = find<HTMLElement>("#problem");
const list = find<HTMLElement>("#messages");
const newest = find<HTMLButtonElement>("#newest");
const form = find<HTMLFormElement>("#composer");
const text = find<HTMLInputElement>("#text");
const picture = find<HTMLInputElement>("#picture");

const STATES: Readonly<Record<ConnectionState["state"], string>> = {
  connected: "Live",
  connecting: "Connecting…",
  catchingUp: "Catching up…",
  reconnecting: "The connection is lost. Reconnecting…",
  stopped: "Not connected. Reload the page.",
};
/** The thread that is open. */
let current: Chat | undefined;

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
  let read: string | undefined;
  let unread: string | undefined;
  const chat = createChat(client, session, {
    onMessages(all) {
      messages.show(all);
      unread = newestOfOthers(all);
      markRead();
    },
    onProblem(error) {
      if (error !== undefined) say(error, "thread");
      else if (problem.dataset["of"] === "thread") say("");
    },
    onTyping(names) {
      const nodes = names.flatMap((who, index) => [index > 0 ? ", " : "", nameNode(who)]);
      const verb = names.length > 1 ? " are typing…" : " is typing…";
      typing.replaceChildren(...nodes, names.length > 0 ? verb : "");
    },
    onReceipts: (receipts) => messages.showReceipts(receipts),
    onState(state) {
      status.textContent = STATES[state];
      status.dataset["state"] = state;
    },
  });
  const messages = createMessageList(list, {
    chat,
    async onTop() {
      try {
        const more = await chat.loadOlder();
        // Removes only the error of an earlier history request.
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
  // A message counts as read when it is on the screen: the list is scrolled to its end, and the page is visible.
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
  void report(() => chat.send(content, file)).then((uploaded) => {
    if (uploaded) return;
    // Restores the unsent text before any text that was written during the upload.
    text.value = [content, text.value].filter((words) => words.trim() !== "").join(" ");
    if (file === undefined || picture.files?.length) return;
    const files = new DataTransfer();
    files.items.add(file);
    picture.files = files.files;
  });
});

/** Runs an action of the user and shows an error if it fails. Returns whether it succeeded. */
async function report(work: () => Promise<void>): Promise<boolean> {
  say("");
  try {
    await work();
    return true;
  } catch (error) {
    say(error);
    return false;
  }
}

/** Shows an error, and records which part of the page it belongs to. An empty text removes the error. */
function say(error: unknown, of: "thread" | "history" | "wish" = "wish"): void {
  problem.textContent = error instanceof Error ? error.message : String(error);
  problem.dataset["of"] = of;
}
