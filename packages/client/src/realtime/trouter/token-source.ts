import { toRealtimeError } from "../failures.ts";
import type { TrouterEnvironment } from "./environment.ts";

type AccessToken = Awaited<ReturnType<TrouterEnvironment["credential"]["getToken"]>>;

/** The tokens of the credential. */
export interface TokenSource {
  /** The token that was used last; undefined before the first one. */
  readonly held: string | undefined;
  /** The tokens that must not appear in error messages. */
  readonly secrets: readonly string[];
  /** Gets a token from the credential. */
  get(): Promise<string>;
  /** Gets another token in place of one that the service rejects. Returns undefined if it is the same one. */
  refresh(): Promise<string | undefined>;
}

/** Creates a source that asks the credential for each token. */
export function createTokenSource(env: TrouterEnvironment): TokenSource {
  let held: AccessToken | undefined;
  let secrets: readonly string[] = [];

  const getToken = async (options: { forceRefresh?: boolean }): Promise<string> => {
    try {
      held = await env.credential.getToken(options as object);
    } catch (cause) {
      throw toRealtimeError(env, cause, "TokenUnavailable", "credential.getToken", secrets);
    }
    const { token } = held;
    if (!secrets.includes(token)) secrets = [token, ...secrets].slice(0, 2);
    return token;
  };

  return {
    get held() {
      return held?.token;
    },
    get secrets() {
      return secrets;
    },
    get: () => getToken({}),
    async refresh() {
      const rejected = held;
      // Credentials that do not support `forceRefresh`, such as AzureCommunicationTokenCredential, return the
      // token object that they hold until it expires. This marks it as expired.
      if (rejected) rejected.expiresOnTimestamp = 0;
      const token = await getToken({ forceRefresh: true });
      return token === rejected?.token ? undefined : token;
    },
  };
}
