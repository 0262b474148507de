import type { TokenCredential } from "@azure/core-auth";

/** A credential whose tokens are the scopes that they are for: what Spector expects to see. */
export const scopeToken: TokenCredential = {
  getToken: async (scopes) => ({
    token: [scopes].flat().join(" "),
    expiresOnTimestamp: Number.MAX_SAFE_INTEGER,
  }),
};
