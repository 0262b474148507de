import * as rest from "@acs-chat/rest";
import { createClientPipeline } from "@azure/core-client";
import { bearerTokenAuthenticationPolicyName } from "@azure/core-rest-pipeline";
import { ChatRestClient as PreviewClient } from "../dist/2024-06-05-preview/index.js";
import { ChatRestClient as StableClient } from "../dist/2025-03-15/index.js";

/** The API versions for which AutoRest has been asked. */
export const versions = ["2025-03-15", "2024-06-05-preview"] as const;
export type Version = (typeof versions)[number];

/** What our generator writes for the chat service, from whichever description. */
export type Generated = typeof rest;

/** A client of our generator with a context for it. */
export interface Ours {
  readonly rest: Generated;
  readonly context: rest.ChatContext;
}

/** Both generated clients, speaking to one server in one API version. */
export interface Clients {
  readonly ours: Ours;
  /** The preview's client has all operations, so it stands for both. */
  readonly theirs: PreviewClient;
}

const token = "the-token";
const credential = {
  getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
};
/** What the server answers is what the caller gets: retries would hide it. */
const retryOptions = { maxRetries: 0 };

/** Our client as it is published. */
export function ours(version: string, endpoint: string): Ours {
  return { rest, context: contextOf(rest.createChatContext, version, endpoint) };
}

/** A context that validates responses, and sends each request once. */
export function contextOf<Context>(
  create: (endpoint: string, given: typeof credential, options: object) => Context,
  version: string,
  endpoint: string,
): Context {
  return create(endpoint, credential, {
    validateResponses: true,
    apiVersion: version,
    retryOptions,
  });
}

export function createClients(version: Version, endpoint: string): Clients {
  const pipeline = createClientPipeline({ retryOptions });
  // AutoRest's client sends no token over http, on loopback neither; this one stands where its own would.
  pipeline.addPolicy({
    name: bearerTokenAuthenticationPolicyName,
    sendRequest: (request, next) => {
      request.headers.set("authorization", `Bearer ${token}`);
      return next(request);
    },
  });
  const options = { pipeline, allowInsecureConnection: true };
  return {
    ours: ours(version, endpoint),
    theirs:
      version === "2025-03-15"
        ? (new StableClient(credential, endpoint, options) as unknown as PreviewClient)
        : new PreviewClient(credential, endpoint, options),
  };
}
