import type { CommunicationTokenCredential } from "@azure/communication-common";
import { control } from "../emulator/control.ts";

/** A credential whose token can be discarded before it expires. */
export interface UserCredential extends CommunicationTokenCredential {
  /** Discards the token, so that the next request uses a new one. */
  forget(): void;
}

/** A token is refreshed this long before it expires, in milliseconds. */
const RENEWAL = 5 * 60_000;

/** Creates a credential that requests a user's tokens from the emulator. */
export function createUserCredential(id: string): UserCredential {
  let current: Promise<{ token: string; expiresOnTimestamp: number }> | undefined;
  const issue = async () => {
    const { token, expiresOn } = await control.createUser({ id });
    return { token, expiresOnTimestamp: new Date(expiresOn).getTime() };
  };
  return {
    async getToken() {
      const known = await current?.catch(() => undefined);
      if (known === undefined || known.expiresOnTimestamp < Date.now() + RENEWAL) current = issue();
      // Reported as expired, so that the client calls `getToken` for each request: the emulator's clock can change.
      return { ...(await current!), expiresOnTimestamp: Date.now() };
    },
    forget: () => void (current = undefined),
    dispose() {},
  };
}
