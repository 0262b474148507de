import { createHttpPoller } from "@azure/core-lro";
import type {
  OperationResponse,
  OperationState,
  PollerLike,
  ResourceLocationConfig,
} from "@azure/core-lro";
import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { call, unreadable, type CallRequest } from "./call.ts";
import type { ClientContext } from "./context.ts";
import type { OperationOptions } from "./options.ts";
import type { ValueReader } from "./read.ts";
import { sameOrigin } from "./url.ts";
import { readChecked, type Walk } from "./walk.ts";

/** Options of a long-running operation. */
export interface PollingOptions extends OperationOptions {
  /** The polling interval in milliseconds, unless the service sets one. Default: 2000. */
  updateIntervalInMs?: number | undefined;
  /** The state of a poller to continue, as returned by its `serialize`. */
  restoreFrom?: string | undefined;
}

/** How a long-running operation starts and ends. */
export interface LongRunning<T> {
  /** Status codes that mean that the operation has started. */
  readonly accepted: readonly number[];
  /** The place of the final result. */
  readonly final?: ResourceLocationConfig;
  /** The path from the last response to the result. */
  readonly path?: readonly string[];
  /** Reads the result. */
  readonly read: ValueReader<T>;
  /** Completes the URL for polling. */
  readonly watch?: (url: string) => string;
  /** The credentials of requests, if they differ from those of most operations. */
  readonly auth?: CallRequest["auth"];
}

/** Status codes of responses to polling requests. */
const watched: readonly number[] = [200, 201, 202, 204];

/** Starts and polls a long-running operation. `describe` returns the first request. */
export function longRunning<T>(
  context: ClientContext,
  options: PollingOptions,
  describe: () => CallRequest,
  { accepted, final, path = [], read, watch, auth }: LongRunning<T>,
): PollerLike<OperationState<T>, T> {
  let operation = "";
  let last: PipelineResponse | undefined;
  const send = async (
    described: CallRequest,
    statuses: readonly number[],
    abortSignal: OperationOptions["abortSignal"],
  ): Promise<OperationResponse> => {
    operation = described.operation;
    const take = (body: unknown, { response }: Walk): unknown => {
      last = response;
      return body;
    };
    const body = await call<unknown>(
      context,
      { ...options, ...(abortSignal && { abortSignal }) },
      described,
      Object.fromEntries(statuses.map((status) => [status, take])),
    );
    const { status, headers, request } = last!;
    const rawResponse = { statusCode: status, headers: headers.toJSON(), body, request };
    return { flatResponse: body, rawResponse };
  };
  const { restoreFrom, updateIntervalInMs } = options;
  return createHttpPoller<T, OperationState<T>>(
    {
      sendInitialRequest: () => send(describe(), accepted, options.abortSignal),
      sendPollRequest: (link, pollOptions) => {
        const url = sameOrigin(context.endpoint, link);
        operation ||= "poll";
        const described: CallRequest = {
          operation,
          method: "GET",
          url: watch ? watch(url) : url,
          ...(auth && { auth }),
        };
        return send(described, watched, pollOptions?.abortSignal ?? options.abortSignal);
      },
    },
    {
      ...(restoreFrom !== undefined && { restoreFrom }),
      ...(updateIntervalInMs !== undefined && { intervalInMs: updateIntervalInMs }),
      ...(final !== undefined && { resourceLocationConfig: final }),
      processResult: async (body) => {
        let value = body;
        for (const name of path) value = (value as Record<string, unknown> | undefined)?.[name];
        const response = last!;
        try {
          const root = ["$", ...path].join(".");
          return readChecked({ context, operation, response }, value, read, root);
        } catch (cause) {
          throw unreadable(operation, response, body, cause);
        }
      },
    },
  );
}
