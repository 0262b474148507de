import { innermostErrors } from "../reason.ts";
import type { RealtimeError } from "../realtime-error.ts";
import type { ConnectionState } from "./connection-state.ts";
import { maxStartAttempts } from "./timings.ts";

/** The codes of failures after which a retry can succeed. */
const transientCodes: ReadonlySet<RealtimeError["code"]> = new Set(["ConnectionLost", "Timeout"]);

/** The status codes below 500 after which a retry can succeed. */
const transientStatusCodes: ReadonlySet<number> = new Set([408, 429]);

/**
 * Codes of Node's network errors that no retry fixes: an unknown host, or a certificate or protocol that is not
 * accepted. OpenSSL names most failures of certificates with `CERT`.
 */
const permanentNetworkCode =
  /CERT|^(?:ENOTFOUND|ERR_SSL_WRONG_VERSION_NUMBER|HOSTNAME_MISMATCH|INVALID_CA|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/;

/** Decides whether a failed attempt to connect is retried. */
export function decideRetry(
  error: RealtimeError,
  { state, failures }: { readonly state: ConnectionState; readonly failures: number },
): "retry" | "giveUp" {
  // A start rejects after a few attempts, so that its caller learns of the failure. Once started, only a rejected token
  // ends notifications.
  const isRetried =
    state === "connecting"
      ? failures < maxStartAttempts && isWorthRetrying(error)
      : state === "moving" || error.code !== "TokenRejected";
  return isRetried ? "retry" : "giveUp";
}

/** Whether a retry of the attempt can succeed. */
export function isWorthRetrying(error: RealtimeError): boolean {
  const { statusCode } = error;
  if (statusCode !== undefined) return statusCode >= 500 || transientStatusCodes.has(statusCode);
  return transientCodes.has(error.code) && !isPermanentNetworkFailure(error);
}

/** Whether all reasons of a failure are permanent. */
function isPermanentNetworkFailure(error: RealtimeError): boolean {
  return innermostErrors(error).every((reason) =>
    permanentNetworkCode.test(String((Object(reason) as { code?: unknown }).code)),
  );
}
