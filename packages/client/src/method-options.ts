import type { OperationOptions as RestOptions } from "@acs-chat/rest";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { type Fields, fieldsOf, type Guards, optionsOf, readFields } from "./fields.ts";
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

/** The checked options of one call: `call` has the options of every method, and `own` has those of this method. */
export interface MethodOptions<G extends Guards> {
  readonly call: RestOptions;
  readonly own: Fields<G>;
}

/**
 * Creates the reader of a method's options. The reader checks every option, and ignores unknown ones with a warning.
 * `null` means no options.
 *
 * @param own - The guards of the options that only this method has.
 */
export function methodOptions<G extends Guards>(
  own: G,
): (options: object | null) => MethodOptions<G> {
  const guards = { ...callGuards, ...own };
  return (options) => {
    const all: Record<string, unknown> = readFields(
      optionsOf(options, "options"),
      guards,
      "options",
      "",
    );
    const call: Record<string, unknown> = {};
    const mine: Record<string, unknown> = {};
    for (const name in all) (name in callGuards ? call : mine)[name] = all[name];
    return { call, own: mine as Fields<G> };
  };
}

type OnResponse = NonNullable<RestOptions["onResponse"]>;

/** Adds the parsed body to the response as `parsedBody`, like Azure's other clients. */
const requireOnResponse: Guard<OnResponse> = (value, argument) => {
  const onResponse = requireFunction(value, argument) as OnResponse;
  return (response, body, error) =>
    onResponse(Object.assign(response, { parsedBody: body }), body, error);
};

/** Checks an `AbortSignal`, or an object with its event methods. */
const requireAbortSignal: Guard<RestOptions["abortSignal"]> = (value, argument) => {
  const signal = requireObject(value as AbortSignal, argument);
  for (const method of ["addEventListener", "removeEventListener"] as const) {
    requireFunction(signal[method], `${argument}.${method}`);
  }
  return signal;
};

/** Checks the values of headers. Numbers and booleans are converted to strings. */
const headerValues = recordOf((value, argument) =>
  typeof value === "number" || typeof value === "boolean"
    ? `${value}`
    : requireString(value, argument),
);

/** Checks that headers can be sent over HTTP. */
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
      // Milliseconds, up to the longest delay of a timer.
      timeout: nullIsAbsent(requireCount),
      customHeaders: nullIsAbsent(requireHeaders),
      onUploadProgress: nullIsAbsent(requireFunction),
      onDownloadProgress: nullIsAbsent(requireFunction),
      // These options have no effect here; their documentation says why.
      allowInsecureConnection: withoutEffect,
      shouldDeserialize: withoutEffect,
    }),
  ),
  serializerOptions: withoutEffect,
};
