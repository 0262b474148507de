import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { createHttpHeaders, type HttpClient } from "@azure/core-rest-pipeline";

/** The endpoint of both clients. No server listens there. */
export const endpoint = "https://bench.communication.azure.com";

/** The thread that both clients use. */
export const threadId = "19:bench0123456789abcdefghijklmnopqrstuvwxyzABCDEF@thread.v2";

/** Returns an HttpClient that responds to every request with the same bytes immediately. */
export function respondingWith(status: number, body: string): HttpClient {
  return {
    sendRequest: async (request) => ({
      request,
      status,
      headers: createHttpHeaders({
        "content-type": "application/json; charset=utf-8",
        "ms-cv": "0123456789abcdefABCDEF.0",
      }),
      bodyAsText: body,
    }),
  };
}

/** Returns a credential with a token that is valid for a day. */
export function credential(): AzureCommunicationTokenCredential {
  const exp = Math.floor(Date.now() / 1000) + 86_400;
  return new AzureCommunicationTokenCredential(`${part({ alg: "RS256" })}.${part({ exp })}.AA`);
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** Returns a page of messages in the service's format, each with a display name and metadata. */
export function pageOfMessages(count: number): string {
  const user = "8:acs:1b5cc06b-f352-4571-b1e6-d9b259b7c776_00000007-0464-274b-b274-5a3a0d000101";
  const value = Array.from({ length: count }, (_, index) => ({
    id: String(1_700_000_000_000 + index),
    type: "text",
    sequenceId: String(index + 3),
    version: String(1_700_000_000_000 + index),
    content: {
      message: `Message number ${index}: shall we have lunch at noon?`,
      attachments: [],
    },
    senderDisplayName: "Ada",
    createdOn: "2025-03-15T12:00:00Z",
    senderCommunicationIdentifier: { rawId: user, communicationUser: { id: user } },
    metadata: { importance: "normal" },
  }));
  return JSON.stringify({ value });
}
