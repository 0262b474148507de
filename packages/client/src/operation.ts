import type { OperationOptions as RestOptions } from "@acs-chat/rest";
import type { ClientCore } from "./core.ts";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { toServiceError } from "./errors/to-service-error.ts";
import { describe, requireFunction, requireHeaders, requireObject } from "./guards.ts";
import type { ChatRequestOptions, OperationOptions } from "./options.ts";

/**
 * Runs one operation, or one page of a list: in a span of its own, if anybody traces, and with its
 * failures made into {@link ChatServiceError}s.
 *
 * @param name - of the span, as Microsoft's client names it: `ChatThreadClient-SendMessage`
 */
export async function operation<T>(
  core: ClientCore,
  name: string,
  options: OperationOptions,
  run: (restOptions: RestOptions) => Promise<T>,
): Promise<T> {
  const restOptions = toRestOptions(options);
  const { span, updatedOptions } = core.tracing.startSpan(
    name,
    options.tracingOptions ? { tracingOptions: options.tracingOptions } : {},
  );
  const traced = span.isRecording();
  try {
    if (!traced) return await run(restOptions);
    const { tracingOptions } = updatedOptions;
    const result = await core.tracing.withContext(tracingOptions.tracingContext, run, {
      ...restOptions,
      tracingOptions,
    });
    span.setStatus({ status: "success" });
    return result;
  } catch (caught) {
    const error = toServiceError(caught, methodName(name), core.now);
    if (traced)
      span.setStatus({ status: "error", error: error instanceof Error ? error : String(error) });
    throw error;
  } finally {
    span.end();
  }
}

/** `ChatThreadClient-SendMessage` is `ChatThreadClient.sendMessage` in a message. */
function methodName(spanName: string): string {
  return spanName.replace(/-(.)/, (_, first: string) => `.${first.toLowerCase()}`);
}

/** The options that the low-level package takes, after a look at each: they come from JavaScript, too. */
export function toRestOptions(options: OperationOptions): RestOptions {
  const { abortSignal, requestOptions, onResponse } = options;
  const rest: RestOptions = {};
  if (abortSignal !== undefined) {
    if (typeof abortSignal?.addEventListener !== "function") {
      throw new ChatArgumentError(
        "options.abortSignal",
        `must be an AbortSignal, but is ${describe(abortSignal)}`,
      );
    }
    rest.abortSignal = abortSignal;
  }
  if (onResponse !== undefined) {
    requireFunction(onResponse, "options.onResponse");
    rest.onResponse = onResponse as NonNullable<RestOptions["onResponse"]>;
  }
  if (requestOptions !== undefined) rest.requestOptions = toRequestOptions(requestOptions);
  return rest;
}

function toRequestOptions(value: ChatRequestOptions): NonNullable<RestOptions["requestOptions"]> {
  const path = "options.requestOptions";
  const { customHeaders, timeout, onUploadProgress, onDownloadProgress } = requireObject(
    value,
    path,
  );
  if (timeout !== undefined && !(typeof timeout === "number" && timeout >= 0)) {
    throw new ChatArgumentError(
      `${path}.timeout`,
      `must be milliseconds, but is ${describe(timeout)}`,
    );
  }
  const result: NonNullable<RestOptions["requestOptions"]> = {};
  if (timeout !== undefined) result.timeout = timeout;
  if (customHeaders !== undefined) {
    requireHeaders(customHeaders, `${path}.customHeaders`);
    result.headers = customHeaders;
  }
  if (onUploadProgress !== undefined) {
    requireFunction(onUploadProgress, `${path}.onUploadProgress`);
    result.onUploadProgress = onUploadProgress;
  }
  if (onDownloadProgress !== undefined) {
    requireFunction(onDownloadProgress, `${path}.onDownloadProgress`);
    result.onDownloadProgress = onDownloadProgress;
  }
  return result;
}
