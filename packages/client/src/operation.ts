import type { OperationOptions as RestOptions } from "@acs-chat/rest";
import type { OperationTracingOptions } from "@azure/core-tracing";
import type { ClientCore } from "./core.ts";
import { toServiceError } from "./errors/to-service-error.ts";
import { check, read, requireFunction, requireHeaderValue, requireObject } from "./guards.ts";
import type { ChatRequestOptions, OperationOptions } from "./options.ts";

/**
 * Runs one operation, or one page of a list: in a span of its own, if anybody traces, and with its
 * failures made into {@link ChatServiceError}s.
 *
 * @param name - of the span, as Microsoft's client names it: `ChatThreadClient-SendMessage`
 */
export async function operation<T, Options extends OperationOptions>(
  core: ClientCore,
  name: string,
  options: Options,
  run: (options: Options & RestOptions) => Promise<T>,
): Promise<T> {
  const checked = checkOptions(options);
  const { span, updatedOptions } = core.tracing.startSpan(name, checked as Traceable);
  const traced = span.isRecording();
  try {
    if (!traced) return await run(checked);
    const { tracingOptions } = updatedOptions;
    return await core.tracing.withContext(tracingOptions.tracingContext, () =>
      run({ ...checked, tracingOptions }),
    );
  } catch (caught) {
    const error = toServiceError(caught, methodName(name), core.now);
    if (traced) span.setStatus({ status: "error", error: error as Error });
    throw error;
  } finally {
    span.end();
  }
}

/** The options as the tracing library sees them, which knows no `undefined`. */
type Traceable = { tracingOptions?: OperationTracingOptions };

/** `ChatThreadClient-SendMessage` is `ChatThreadClient.sendMessage` in a message. */
function methodName(spanName: string): string {
  return spanName.replace(/-(.)/, (_, first: string) => `.${first.toLowerCase()}`);
}

/**
 * A look at each of the options that the low-level package takes as they are: they come from JavaScript, too.
 * Its names are the same; others in the object are nothing to it.
 */
function checkOptions<Options extends OperationOptions>(options: Options): Options & RestOptions {
  read(options, optionGuards);
  return options as Options & RestOptions;
}

const requestGuards = {
  timeout(value: unknown, argument: string) {
    check(typeof value === "number" && value >= 0, argument, "milliseconds", value);
  },
  customHeaders(value: unknown, argument: string) {
    const headers = requireObject(value as Record<string, unknown>, argument);
    for (const name of Object.keys(headers)) {
      const right = /^[\w!#$%&'*+.^`|~-]+$/.test(name);
      check(right, argument, "headers with names that HTTP knows", name);
      requireHeaderValue(headers[name], `${argument}.${name}`);
    }
  },
  onUploadProgress: requireFunction,
  onDownloadProgress: requireFunction,
};

const optionGuards = {
  abortSignal(value: unknown, argument: string) {
    const signal = requireObject(value as EventTarget, argument);
    requireFunction(signal.addEventListener, `${argument}.addEventListener`);
  },
  onResponse: requireFunction,
  tracingOptions: requireObject,
  requestOptions: (value: unknown, argument: string) =>
    read(value as ChatRequestOptions, requestGuards, `${argument}.`, argument),
};
