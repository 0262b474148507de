import type { AccessToken, TokenCredential } from "@azure/core-auth";
import { bearerTokenAuthenticationPolicy } from "@azure/core-rest-pipeline";
import type { PipelinePolicy } from "@azure/core-rest-pipeline";
import { sameOrigin } from "./url.ts";

/**
 * Adds a bearer token to requests to the endpoint's origin only. Azure's policy caches the token, refreshes it shortly
 * before it expires, and requests a new one when the service challenges for other claims.
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
          // The policy does not wait for an early refresh. If it fails, the current token is still valid.
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
      // The policy accepts https only. The context has already refused http except on this machine.
      return policy.sendRequest({ ...request, url: "https://" }, () => next(request));
    },
  };
}
