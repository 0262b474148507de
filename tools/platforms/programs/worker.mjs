// The conversation in a Cloudflare Worker.
import { ChatClient } from "@acs-chat/client";
import { createChatStore } from "@acs-chat/store";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import conversation from "./talk.cjs";

export default {
  async fetch(request) {
    const parts = [
      { ChatClient, AzureCommunicationTokenCredential, createChatStore },
      await request.json(),
    ];
    const told = [];
    const { talkOverRest, talkInRealTime, talkWithStore } = conversation;
    for (const talk of [talkOverRest, talkInRealTime, talkWithStore]) {
      told.push(await talk(...parts).catch((error) => String(error)));
    }
    return Response.json(told);
  },
};
