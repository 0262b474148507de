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
 * Runs one operation, or one page of a list: in a span of its own if anybody traces. Failures of its requests
 * become {@link ChatServiceError}s.
 *
 * @param name - the name of the span, as Microsoft's client has it: `ChatThreadClient-SendMessage`
 * @param options - checked, see `methodOptions`
 */
export async function operation<T, Options extends RestOptions>(
  name: string,
  options: Options,
  run: (options: Options) => Promise<T>,
): Promise<T> {
  return tracing.withSpan(name, options as Traceable, async (traced, span) => {
    try {
      const work = run(span.isRecording() ? (traced as Options) : options);
      // A credential or a policy that does not know the signal must not delay the caller.
      return await untilAborted(work, options.abortSignal);
    } catch (error) {
      throw toServiceError(error, methodName(name));
    }
  });
}

/** The options as the tracing library types them, without `undefined`. */
type Traceable = { tracingOptions?: OperationTracingOptions };

/** `ChatThreadClient.sendMessage`, for `ChatThreadClient-SendMessage`. */
function methodName(spanName: string): string {
  return spanName.replace(/-(.)/, (_, first: string) => `.${first.toLowerCase()}`);
}
