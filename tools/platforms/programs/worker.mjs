// The conversation in a Cloudflare Worker.
import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import conversation from "./talk.cjs";

export default {
  async fetch(request) {
    const parts = [{ ChatClient, AzureCommunicationTokenCredential }, await request.json()];
    const told = [];
    for (const talk of [conversation.talkOverRest, conversation.talkInRealTime]) {
      told.push(await talk(...parts).catch((error) => String(error)));
    }
    return Response.json(told);
  },
};
