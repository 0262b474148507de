import * as rest from "@acs-chat/rest";
import { createClientPipeline } from "@azure/core-client";
import { bearerTokenAuthenticationPolicyName } from "@azure/core-rest-pipeline";
import { ChatRestClient as PreviewClient } from "../dist/2024-06-05-preview/index.js";
import { ChatRestClient as StableClient } from "../dist/2025-03-15/index.js";

/** The API versions with a client from AutoRest. */
export const versions = ["2025-03-15", "2024-06-05-preview"] as const;
export type Version = (typeof versions)[number];

/** The module that our generator writes for the chat service, from TypeSpec or OpenAPI. */
export type Generated = typeof rest;

/** A module of our generator with a context. */
export interface Ours {
  readonly rest: Generated;
  readonly context: rest.ChatContext;
}

/** Both generated clients for one server and API version. */
export interface Clients {
  readonly ours: Ours;
  /** AutoRest's client. Its type is that of the preview, which has all operations. */
  readonly theirs: PreviewClient;
}

const token = "the-token";
const credential = {
  getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
};
/** Turns off retries, which would hide error responses from the caller. */
const retryOptions = { maxRetries: 0 };

/** Returns our published client. */
export function ours(version: string, endpoint: string): Ours {
  return { rest, context: contextOf(rest.createChatContext, version, endpoint) };
}

/** Creates a context that validates responses and sends each request once. */
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
  // AutoRest's client does not send tokens over http, not even on loopback, so this policy adds the token.
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
