import type { OperationOptions as RestOptions } from "@acs-chat/rest";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { type Fields, fieldsOf, type Guards, readFields } from "./fields.ts";
import {
  type Guard,
  nullIsAbsent,
  recordOf,
  requireCount,
  requireFunction,
  requireObject,
  requireString,
  withoutEffect,
} from "./guards.ts";

/** The options of one call, checked: those that every method takes, and the method's own. */
export interface MethodOptions<G extends Guards> {
  readonly call: RestOptions;
  readonly own: Fields<G>;
}

/**
 * Creates the reader of a method's options. It checks every option, refuses unknown ones, and takes `null`
 * for none.
 *
 * @param own - the options that only this method has
 */
export function methodOptions<G extends Guards>(
  own: G,
): (options: object | null) => MethodOptions<G> {
  const guards = { ...callGuards, ...own };
  return (options) => {
    const all: Record<string, unknown> = readFields(options ?? {}, guards, "options", "");
    const call: Record<string, unknown> = {};
    const mine: Record<string, unknown> = {};
    for (const name in all) (name in callGuards ? call : mine)[name] = all[name];
    return { call, own: mine as Fields<G> };
  };
}

type OnResponse = NonNullable<RestOptions["onResponse"]>;

/** Adds the body to the response, where Azure's other clients have it. */
const requireOnResponse: Guard<OnResponse> = (value, argument) => {
  const onResponse = requireFunction(value, argument) as OnResponse;
  return (response, body, error) =>
    onResponse(Object.assign(response, { parsedBody: body }), body, error);
};

/** An `AbortSignal`, or an object that is enough like one. */
const requireAbortSignal: Guard<RestOptions["abortSignal"]> = (value, argument) => {
  const signal = requireObject(value as AbortSignal, argument);
  for (const method of ["addEventListener", "removeEventListener"] as const) {
    requireFunction(signal[method], `${argument}.${method}`);
  }
  return signal;
};

/** Numbers and booleans are sent as text. */
const headerValues = recordOf((value, argument) =>
  typeof value === "number" || typeof value === "boolean"
    ? `${value}`
    : requireString(value, argument),
);

/** Headers that can be sent. */
const requireHeaders: Guard<Record<string, string>> = (value, argument) => {
  const headers = headerValues(value, argument);
  try {
    void new Headers(headers);
  } catch {
    throw new ChatArgumentError(argument, "cannot be sent as HTTP headers");
  }
  return headers;
};

const callGuards = {
  abortSignal: nullIsAbsent(requireAbortSignal),
  onResponse: nullIsAbsent(requireOnResponse),
  tracingOptions: nullIsAbsent((value, argument) => requireObject(value, argument) as object),
  requestOptions: nullIsAbsent(
    fieldsOf({
      // Milliseconds, as many as a timer can count.
      timeout: nullIsAbsent(requireCount),
      customHeaders: nullIsAbsent(requireHeaders),
      onUploadProgress: nullIsAbsent(requireFunction),
      onDownloadProgress: nullIsAbsent(requireFunction),
      // Without effect here; see their docs.
      allowInsecureConnection: withoutEffect,
      shouldDeserialize: withoutEffect,
    }),
  ),
  serializerOptions: withoutEffect,
};
