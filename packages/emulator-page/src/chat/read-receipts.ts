import { createStore } from "../lib/store.ts";

const KEY = "acs-chat-emulator-read-receipts";

/** Whether the page sends read receipts as the users it shows; remembered in this browser. */
export const sendsReceipts = createStore(localStorage.getItem(KEY) !== "off");

sendsReceipts.subscribe(() => localStorage.setItem(KEY, sendsReceipts.value ? "on" : "off"));
