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

/** What a long-running operation can be told for one call. */
export interface PollingOptions extends OperationOptions {
  /** Milliseconds between two looks at the operation, unless the service says. Default: 2000. */
  updateIntervalInMs?: number | undefined;
  /** State of a poller, as its `serialize` gave it, to go on with. */
  restoreFrom?: string | undefined;
}

/** How a long-running operation begins and ends. */
export interface LongRunning<T> {
  /** Statuses by which the service accepts the operation. */
  readonly accepted: readonly number[];
  /** Where the service has the result in the end. */
  readonly final?: ResourceLocationConfig;
  /** The way from the last answer to the result. */
  readonly path?: readonly string[];
  /** Reads the result. */
  readonly read: ValueReader<T>;
  /** Completes the address at which the operation is watched. */
  readonly watch?: (url: string) => string;
  /** The credentials that requests want, where they are not those of most operations. */
  readonly auth?: CallRequest["auth"];
}

/** Statuses of answers to "how far is it?". */
const watched: readonly number[] = [200, 201, 202, 204];

/** Starts a long-running operation and watches it; `describe` gives the first request. */
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
