import type { OperationOptions as RestOptions } from "@acs-chat/rest";
import { createTracingClient, type OperationTracingOptions } from "@azure/core-tracing";
import { untilAborted } from "./abort.ts";
import { toServiceError } from "./errors/to-service-error.ts";
import { packageVersion } from "./version.ts";

const tracing = createTracingClient({
  namespace: "Microsoft.Communication",
  packageName: "@acs-chat/client",
  packageVersion,
});

/**
 * Runs one operation, or requests one page of a list, in its own tracing span if tracing is active. Failures of its
 * requests become {@link ChatServiceError}s.
 *
 * @param name - The name of the span, which is the same as in Microsoft's client: `ChatThreadClient-SendMessage`.
 * @param options - The checked options; see `methodOptions`.
 */
export async function operation<T, Options extends RestOptions>(
  name: string,
  options: Options,
  run: (options: Options) => Promise<T>,
): Promise<T> {
  return tracing.withSpan(name, options as Traceable, async (traced, span) => {
    try {
      const work = run(span.isRecording() ? (traced as Options) : options);
      // A credential or a policy that ignores the signal must not delay the caller.
      return await untilAborted(work, options.abortSignal);
    } catch (error) {
      throw toServiceError(error, methodName(name));
    }
  });
}

/** The options in the tracing library's types, which do not allow `undefined`. */
type Traceable = { tracingOptions?: OperationTracingOptions };

/** Returns the method's name for a span's name: `ChatThreadClient.sendMessage` for `ChatThreadClient-SendMessage`. */
function methodName(spanName: string): string {
  return spanName.replace(/-(.)/, (_, first: string) => `.${first.toLowerCase()}`);
}
