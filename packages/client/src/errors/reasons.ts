/**
 * Returns what an error response means: the service's message, or the usual reasons of its status code. The service's
 * message for 403 does not say why, so the usual reasons follow it.
 */
export function reasonOfResponse(status: number, message = ""): string {
  const usual = message === "" || status === 403 ? usualReasons[status] : undefined;
  return [message, usual].filter(Boolean).join(" ");
}

const usualReasons: Record<number, string> = {
  400: "An id or another argument is invalid.",
  401: "The token is expired, revoked, of another resource or has no chat scope.",
  403: "Usually the user is not in the thread, did not send the message, or has a token of another scope.",
  404: "The thread or the message does not exist.",
  413: "The message is too large.",
  429: "There were too many requests.",
};

/** Returns why there was no response, and what to check. */
export function reasonOfFailure(code: string, message: string): string {
  const check = /CERT|VERIFY/.test(code) ? untrusted : checks[code];
  return check === undefined ? message : `${message.trim()}. ${check}`;
}

const untrusted =
  "Node.js does not trust the certificate: for the emulator, set NODE_EXTRA_CA_CERTS or use its http endpoint.";

const checks: Record<string, string> = {
  ECONNREFUSED: "Nothing listens there: check the endpoint, or start the emulator.",
  ENOTFOUND: "Check the host name of the endpoint.",
  EPROTO: "Check the endpoint: the port may be that of http.",
};
