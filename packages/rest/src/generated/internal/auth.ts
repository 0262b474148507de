// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 9e908e83e9562191. Do not edit.

import type { AccessToken, TokenCredential } from "@azure/core-auth";
import { bearerTokenAuthenticationPolicy } from "@azure/core-rest-pipeline";
import type { PipelinePolicy } from "@azure/core-rest-pipeline";
import { sameOrigin } from "./url.ts";

/**
 * Adds a bearer token to requests to the endpoint's origin, and to no other. Azure's policy keeps the token, replaces it
 * shortly before its end while it still serves, and asks for another one when the service wants other claims.
 */
export function bearerPolicy(
  credential: TokenCredential,
  scopes: string[],
  endpoint: string,
): PipelinePolicy {
  let last: AccessToken | null = null;
  const policy = bearerTokenAuthenticationPolicy({
    scopes,
    credential: {
      async getToken(...wanted) {
        try {
          return (last = await credential.getToken(...wanted));
        } catch (error) {
          // Nobody waits for a token that is asked for ahead of time, so nobody would hear of a failure.
          if (last && last.expiresOnTimestamp > Date.now()) return last;
          throw error;
        }
      },
    },
  });
  return {
    ...policy,
    async sendRequest(request, next) {
      sameOrigin(endpoint, request.url);
      // That policy takes https only; the context lets nothing else through but http on this machine.
      return policy.sendRequest({ ...request, url: "https://" }, () => next(request));
    },
  };
}
