import {
  createEmptyPipeline,
  createHttpHeaders,
  type PipelineRequest,
} from "@azure/core-rest-pipeline";
import { expect, test } from "vitest";
import type { CallRequest } from "./call.ts";
import type { ClientContext } from "./context.ts";
import { longRunning, type PollingOptions } from "./lro.ts";
import { queryAgain } from "./paging.ts";
import { readIn, readObject, readString, type ValueReader } from "./read.ts";

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Creates a context that returns the responses in order and records its requests. */
function serving(...answers: readonly Answer[]): ClientContext & { asked: PipelineRequest[] } {
  const asked: PipelineRequest[] = [];
  return {
    asked,
    endpoint: "https://example.com",
    pipeline: createEmptyPipeline(),
    validateResponses: true,
    warn() {},
    httpClient: {
      async sendRequest(request) {
        if (request.abortSignal?.aborted) throw new DOMException("aborted", "AbortError");
        const { status = 200, headers = {}, body } = answers[asked.push(request) - 1] ?? {};
        return {
          request,
          status,
          headers: createHttpHeaders(headers),
          ...(body !== undefined && { bodyAsText: JSON.stringify(body) }),
        };
      },
    },
  };
}

const describe = (): CallRequest => ({ operation: "export", method: "POST", url: "/pets:export" });
const readName: ValueReader<string> = (value, walk) => {
  const object = readObject<{ name: string }>(value, walk);
  readIn(object.name, "name", walk, readString);
  return object.name;
};
const watched = { "operation-location": "https://example.com/operations/1" };
const fast: PollingOptions = { updateIntervalInMs: 1 };

const start = (context: ClientContext, options: PollingOptions = fast) =>
  longRunning(context, options, describe, {
    accepted: [202],
    final: "operation-location",
    path: ["result"],
    read: readName,
    watch: (url) => queryAgain(url, "api-version", "v1"),
  });

const running: Answer = { body: { id: "1", status: "Running" } };
const succeeded: Answer = { body: { id: "1", status: "Succeeded", result: { name: "Rex" } } };

test("polls until the end and returns the result", async () => {
  const context = serving({ status: 202, headers: watched }, running, succeeded);
  const poller = start(context);
  expect(await poller).toBe("Rex");
  expect(poller.isDone).toBe(true);
  const link = "https://example.com/operations/1?api-version=v1";
  expect(context.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
    "POST https://example.com/pets:export",
    `GET ${link}`,
    `GET ${link}`,
  ]);
});

test("uses the options of the call in each request", async () => {
  const context = serving({ status: 202, headers: watched }, running, succeeded);
  let answers = 0;
  await start(context, {
    ...fast,
    requestOptions: { headers: { "x-trace": "7" }, timeout: 9 },
    onResponse: () => (answers += 1),
  });
  expect(context.asked.map(({ headers, timeout }) => [headers.get("x-trace"), timeout])).toEqual(
    Array.from({ length: 3 }, () => ["7", 9]),
  );
  expect(answers).toBe(3);
});

test("continues from the state of another poller", async () => {
  const first = start(serving({ status: 202, headers: watched }));
  await first.submitted();
  const context = serving(succeeded);
  expect(await start(context, { ...fast, restoreFrom: await first.serialize() })).toBe("Rex");
  expect(context.asked.map(({ method }) => method)).toEqual(["GET"]);
});

test("refuses to poll another origin", async () => {
  const elsewhere = { "operation-location": "https://evil.example/operations/1" };
  const context = serving({ status: 202, headers: elsewhere }, succeeded);
  await expect(start(context).pollUntilDone()).rejects.toThrow(/https:\/\/evil\.example/);
  expect(context.asked).toHaveLength(1);
});

test("rejects when the service does not accept the operation", async () => {
  const context = serving({ status: 409, body: { error: { code: "Busy", message: "wait" } } });
  await expect(start(context).pollUntilDone()).rejects.toMatchObject({
    name: "RestError",
    statusCode: 409,
    code: "Busy",
  });
});

test("rejects when the operation fails", async () => {
  const failed = { body: { status: "Failed", error: { code: "Broken", message: "no disk" } } };
  const context = serving({ status: 202, headers: watched }, failed);
  await expect(start(context).pollUntilDone()).rejects.toThrow(/no disk/);
});

test("reports the operation and the place of an unexpected result", async () => {
  const context = serving(
    { status: 202, headers: watched },
    { body: { status: "Succeeded", result: {} } },
  );
  await expect(start(context).pollUntilDone()).rejects.toMatchObject({
    message: "export: unexpected response: $.result.name should be a string, but is missing",
  });
});

test("stops when the caller aborts", async () => {
  const abort = new AbortController();
  const context = serving({ status: 202, headers: watched }, running, succeeded);
  const poller = start(context, { ...fast, abortSignal: abort.signal });
  await poller.submitted();
  abort.abort();
  await expect(poller.poll()).rejects.toMatchObject({ name: "AbortError" });
});
