import type { TokenCredential } from "@azure/core-auth";

/** A credential whose tokens equal their scopes, as Spector expects. */
export const scopeToken: TokenCredential = {
  getToken: async (scopes) => ({
    token: [scopes].flat().join(" "),
    expiresOnTimestamp: Number.MAX_SAFE_INTEGER,
  }),
};
