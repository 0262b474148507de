// A program that is bundled for browsers. It runs in the page, or in a worker that the page starts.
import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { talk } from "./talk.mjs";

const parts = { ChatClient, AzureCommunicationTokenCredential };
globalThis.talk = (environment) => talk(parts, environment);
if (typeof document === "undefined") {
  globalThis.addEventListener("message", async ({ data }) => {
    const answer = await globalThis.talk(data).catch((error) => ({ failure: String(error) }));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
    globalThis.postMessage(answer);
  });
}
