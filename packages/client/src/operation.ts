import type { OperationOptions as RestOptions } from "@acs-chat/rest";
import { createTracingClient, type OperationTracingOptions } from "@azure/core-tracing";
import { untilAborted } from "./abort.ts";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { toServiceError } from "./errors/to-service-error.ts";
import {
  fieldsOf,
  read,
  requireCount,
  requireFunction,
  requireObject,
  requireTexts,
} from "./guards.ts";
import type { OperationOptions } from "./options.ts";
import { packageVersion } from "./version.ts";

const tracing = createTracingClient({
  namespace: "Microsoft.Communication",
  packageName: "@acs-chat/client",
  packageVersion,
});

/**
 * Runs one operation, or one page of a list: in a span of its own, if anybody traces, and with its
 * failures made into {@link ChatServiceError}s.
 *
 * @param name - of the span, as Microsoft's client names it: `ChatThreadClient-SendMessage`
 */
export async function operation<T, Options extends OperationOptions>(
  name: string,
  options: Options,
  run: (options: Options & RestOptions) => Promise<T>,
): Promise<T> {
  // What the low-level package takes as it is comes from JavaScript, too. Others in the object are nothing to it.
  read(options, optionGuards);
  const checked = options as Options & RestOptions;
  return tracing.withSpan(name, checked as Traceable, async (traced, span) => {
    try {
      const work = run(span.isRecording() ? (traced as typeof checked) : checked);
      // A credential or a policy that knows nothing of the signal must not hold the caller up.
      return await untilAborted(work, checked.abortSignal);
    } catch (error) {
      throw toServiceError(error, methodName(name));
    }
  });
}

/** The options as the tracing library sees them, which knows no `undefined`. */
type Traceable = { tracingOptions?: OperationTracingOptions };

/** `ChatThreadClient-SendMessage` is `ChatThreadClient.sendMessage` in a message. */
function methodName(spanName: string): string {
  return spanName.replace(/-(.)/, (_, first: string) => `.${first.toLowerCase()}`);
}

const optionGuards = {
  abortSignal(value: unknown, argument: string) {
    const signal = requireObject(value as EventTarget, argument);
    for (const method of ["addEventListener", "removeEventListener"] as const) {
      requireFunction(signal[method], `${argument}.${method}`);
    }
  },
  onResponse: requireFunction,
  tracingOptions: requireObject,
  requestOptions: fieldsOf({
    // As many milliseconds as a timer can count.
    timeout: requireCount,
    customHeaders(value, argument) {
      const headers = requireTexts(value, argument);
      try {
        void new Headers(headers);
      } catch {
        throw new ChatArgumentError(argument, "cannot be sent");
      }
    },
    onUploadProgress: requireFunction,
    onDownloadProgress: requireFunction,
  }),
};
