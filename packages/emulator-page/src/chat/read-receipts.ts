import { createStore } from "../lib/store.ts";

const KEY = "acs-chat-emulator-read-receipts";

/** Whether the page sends read receipts for the users it shows. Stored in `localStorage`. */
export const sendsReceipts = createStore(localStorage.getItem(KEY) !== "off");

sendsReceipts.subscribe(() => localStorage.setItem(KEY, sendsReceipts.value ? "on" : "off"));
