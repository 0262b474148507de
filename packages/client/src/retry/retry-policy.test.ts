import {
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type HttpMethods,
  type PipelineResponse,
  RestError,
  type SendRequest,
} from "@azure/core-rest-pipeline";
import { expect, test, vi } from "vitest";
import { abortError, isAbortError } from "../abort.ts";
import type { ChatRetryEvent } from "./retry-event.ts";
import { chatRetryPolicy, defaultRetrySettings, type RetrySettings } from "./retry-policy.ts";

type Step = number | { status: number; headers: Record<string, string> } | Error;

/** Sends one request through the policy alone; the last step is repeated for ever. */
async function run(
  method: HttpMethods,
  path: string,
  steps: Step[],
  change: Partial<RetrySettings> = {},
) {
  const pauses: number[] = [];
  const onRetry = vi.fn<(event: ChatRetryEvent) => void>();
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(
    chatRetryPolicy({
      ...defaultRetrySettings,
      random: () => 0.5,
      now: () => 0,
      pause: async (ms) => void pauses.push(ms),
      onRetry,
      ...change,
    }),
  );
  let attempts = 0;
  const request = createPipelineRequest({
    method,
    url: `https://x/chat/threads/t${path}`,
    requestId: "id-1",
  });
  const outcome = await pipeline
    .sendRequest(
      {
        async sendRequest(sent): Promise<PipelineResponse> {
          const step = steps[Math.min(attempts, steps.length - 1)]!;
          attempts += 1;
          if (step instanceof Error) throw step;
          const { status, headers } =
            typeof step === "number" ? { status: step, headers: {} } : step;
          return { status, headers: createHttpHeaders(headers), request: sent };
        },
      },
      request,
    )
    .then(
      (response) => response.status,
      (error: unknown) => error,
    );
  return { outcome, attempts, pauses, onRetry };
}

const reset = new RestError("socket hang up", { code: "ECONNRESET" });
const refused = new RestError("connect ECONNREFUSED", { code: "ECONNREFUSED" });

test("retries a read after 500, 503, 408 and a lost connection, with increasing delays", async () => {
  const { outcome, attempts, pauses } = await run("GET", "", [500, reset, 408, 200]);
  expect([outcome, attempts]).toEqual([200, 4]);
  expect(pauses).toEqual([750, 1500, 3000]);
});

test("throws the last response or failure after maxRetries", async () => {
  expect(await run("GET", "", [503])).toMatchObject({ outcome: 503, attempts: 4 });
  expect(await run("GET", "", [reset])).toMatchObject({ outcome: reset, attempts: 4 });
  expect(await run("GET", "", [503], { maxRetries: 0 })).toMatchObject({
    outcome: 503,
    attempts: 1,
  });
});

test.each([400, 401, 403, 404, 409, 413, 501, 505])("does not retry after %i", async (status) => {
  expect(await run("GET", "", [status])).toMatchObject({ outcome: status, attempts: 1 });
});

test.each([500, 503, 408, reset])(
  "does not retry a send after %s, because the message may have arrived",
  async (step) => {
    expect((await run("POST", "/messages", [step, 201])).attempts).toBe(1);
  },
);

test.each([429, refused])("retries a send after %s, because nothing arrived", async (step) => {
  expect(await run("POST", "/messages", [step, 201])).toMatchObject({ outcome: 201, attempts: 2 });
});

test("waits at least the time of Retry-After", async () => {
  const { pauses } = await run("POST", "/messages", [
    { status: 429, headers: { "Retry-After": "4" } },
    201,
  ]);
  expect(pauses).toEqual([4200]);
});

test("does not retry if Retry-After is longer than the maximum delay", async () => {
  const result = await run("GET", "", [{ status: 429, headers: { "Retry-After": "65" } }, 200]);
  expect(result).toMatchObject({ outcome: 429, attempts: 1 });
});

test("calls the callback before each retry", async () => {
  const { onRetry } = await run("GET", "", [503, reset, 200]);
  const common = { method: "GET", clientRequestId: "id-1" };
  expect(onRetry.mock.calls).toEqual([
    [{ ...common, retry: 1, delayInMs: 750, statusCode: 503 }],
    [{ ...common, retry: 2, delayInMs: 1500, error: reset }],
  ]);
});

test("does not retry errors that are not from HTTP", async () => {
  const broken = new TypeError("a policy of the application's own broke");
  expect(await run("GET", "", [broken])).toMatchObject({ outcome: broken, attempts: 1 });
  expect((await run("GET", "", [abortError()])).attempts).toBe(1);
});

test("stops between attempts if the signal is aborted", async () => {
  const controller = new AbortController();
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(
    chatRetryPolicy({ ...defaultRetrySettings, onRetry: () => controller.abort() }),
  );
  const send = vi.fn<SendRequest>(async (request) => ({
    status: 503,
    headers: createHttpHeaders(),
    request,
  }));
  const request = createPipelineRequest({ url: "https://x/", abortSignal: controller.signal });
  await expect(pipeline.sendRequest({ sendRequest: send }, request)).rejects.toSatisfy(
    isAbortError,
  );
  expect(send).toHaveBeenCalledTimes(1);
});
