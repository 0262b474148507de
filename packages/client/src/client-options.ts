import { fieldsOf } from "./fields.ts";
import {
  anything,
  type Guard,
  nullIsAbsent,
  requireBoolean,
  requireCount,
  requireFunction,
  requireId,
  withoutEffect,
} from "./guards.ts";
import type { ChatRetryOptions } from "./options.ts";

type OnRetry = NonNullable<ChatRetryOptions["onRetry"]>;

/** Every option of a client, and its check. An option that is not listed is refused. */
export const clientOptionGuards = {
  apiVersion: nullIsAbsent(requireId),
  validateResponses: nullIsAbsent(requireBoolean),
  retryOptions: nullIsAbsent(
    fieldsOf({
      maxRetries: nullIsAbsent(requireCount),
      retryDelayInMs: nullIsAbsent(requireCount),
      maxRetryDelayInMs: nullIsAbsent(requireCount),
      onRetry: nullIsAbsent(requireFunction as Guard<OnRetry>),
    }),
  ),
  // Read by the parts of Azure's pipeline, which check them.
  httpClient: nullIsAbsent(anything),
  pipeline: nullIsAbsent(anything),
  additionalPolicies: nullIsAbsent(anything),
  loggingOptions: nullIsAbsent(anything),
  proxyOptions: nullIsAbsent(anything),
  tlsOptions: nullIsAbsent(anything),
  agent: nullIsAbsent(anything),
  redirectOptions: nullIsAbsent(anything),
  userAgentOptions: nullIsAbsent(anything),
  telemetryOptions: nullIsAbsent(anything),
  // Read by the real-time notifications.
  realtime: nullIsAbsent(anything),
  // Known to Microsoft's client, and without effect here: the endpoint is an argument, tokens never go to
  // another machine over http, and real time has options of its own.
  endpoint: withoutEffect,
  allowInsecureConnection: withoutEffect,
  signalingClientOptions: withoutEffect,
};
