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

/** The guard of each client option. An option without a guard is ignored, with a warning. */
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
  // Azure's pipeline reads and checks these options.
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
  // Real-time notifications read this option.
  realtime: nullIsAbsent(anything),
  // Options of Microsoft's client that have no effect here: the endpoint is an argument, tokens are never sent to
  // another machine over http, and real-time notifications have their own options.
  endpoint: withoutEffect,
  allowInsecureConnection: withoutEffect,
  signalingClientOptions: withoutEffect,
};
