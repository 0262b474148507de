import type { OperationOptions as RestOptions } from "@acs-chat/rest";
import { createTracingClient, type OperationTracingOptions } from "@azure/core-tracing";
import { untilAborted } from "./abort.ts";
import { toServiceError } from "./errors/to-service-error.ts";
import {
  check,
  fieldsOf,
  read,
  requireFunction,
  requireHeaderValue,
  requireObject,
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
  const checked = checkOptions(options);
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

/**
 * A look at each of the options that the low-level package takes as they are: they come from JavaScript, too.
 * Its names are the same; others in the object are nothing to it.
 */
function checkOptions<Options extends OperationOptions>(options: Options): Options & RestOptions {
  read(options, optionGuards);
  return options as Options & RestOptions;
}

const optionGuards = {
  abortSignal(value: unknown, argument: string) {
    const signal = requireObject(value as EventTarget, argument);
    requireFunction(signal.addEventListener, `${argument}.addEventListener`);
  },
  onResponse: requireFunction,
  tracingOptions: requireObject,
  requestOptions: fieldsOf({
    timeout(value, argument) {
      check(typeof value === "number" && value >= 0, argument, "milliseconds", value);
    },
    customHeaders(value, argument) {
      const headers = requireObject(value as Record<string, unknown>, argument);
      for (const name of Object.keys(headers)) {
        const right = /^[\w!#$%&'*+.^`|~-]+$/.test(name);
        check(right, argument, "names of headers", name);
        requireHeaderValue(headers[name], `${argument}.${name}`);
      }
    },
    onUploadProgress: requireFunction,
    onDownloadProgress: requireFunction,
  }),
};
