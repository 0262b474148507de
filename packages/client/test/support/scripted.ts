import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
} from "@azure/core-rest-pipeline";
import { ChatClient, type ChatClientOptions } from "../../src/index.ts";

/** A response of a scripted service. */
export interface ScriptedAnswer {
  status?: number;
  body?: unknown;
  /** The body as text, instead of `body`. */
  text?: string;
  headers?: Record<string, string>;
}

/** A sent request. */
export interface SentRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
  url: string;
}

export const endpoint = "https://contoso.communication.azure.com";
export const threadId = "19:abc@thread.v2";
/** A token that must not appear anywhere except in the Authorization header. */
export const secret = "secret-user-token";
export const credential = {
  getToken: async () => ({ token: secret, expiresOnTimestamp: Date.now() + 3_600_000 }),
  dispose() {},
};

/** Creates a client whose requests receive the scripted responses in order. The last response is repeated. */
export function scripted(
  answers: (ScriptedAnswer | Error | ((request: SentRequest) => ScriptedAnswer))[],
  options: ChatClientOptions = {},
  at = endpoint,
) {
  const sent: SentRequest[] = [];
  const httpClient: HttpClient = {
    async sendRequest(request) {
      if (request.abortSignal?.aborted)
        throw Object.assign(new Error("aborted"), { name: "AbortError" });
      const seen = look(request);
      sent.push(seen);
      const step = answers[Math.min(sent.length, answers.length) - 1]!;
      if (step instanceof Error) throw step;
      const {
        status = 200,
        body,
        text,
        headers = {},
      } = typeof step === "function" ? step(seen) : step;
      return {
        request,
        status,
        headers: createHttpHeaders(headers),
        bodyAsText: text ?? (body === undefined ? "" : JSON.stringify(body)),
      };
    },
  };
  const client = new ChatClient(at, credential, {
    validateResponses: true,
    httpClient,
    ...options,
    retryOptions: { retryDelayInMs: 0, ...options.retryOptions },
  });
  return { client, thread: client.getChatThreadClient(threadId), sent };
}

function look(request: PipelineRequest): SentRequest {
  const url = new URL(request.url);
  const text = typeof request.body === "string" ? request.body : undefined;
  return {
    method: request.method,
    path: decodeURIComponent(url.pathname),
    query: Object.fromEntries(url.searchParams),
    headers: request.headers.toJSON(),
    body: text === undefined ? request.body : JSON.parse(text),
    url: request.url,
  };
}

/** The response to a request that creates a thread. */
export const created = {
  status: 201,
  body: {
    chatThread: {
      id: threadId,
      topic: "t",
      createdOn: "2026-01-01T00:00:00Z",
      createdByCommunicationIdentifier: { rawId: "8:acs:a", communicationUser: { id: "8:acs:a" } },
    },
  },
};

/** The response to a request that sends a message. */
export const sentMessage = { status: 201, body: { id: "1700000000000" } };
