import * as coreTracing from "@azure/core-tracing";
import { createAzureSdkInstrumentation } from "@azure/opentelemetry-instrumentation-azure-sdk";
import { context, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { endpoint, scripted, secret, threadId } from "./support/scripted.ts";

const exporter = new InMemorySpanExporter();

beforeAll(() => {
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
  // registerInstrumentations patches only modules that are loaded by `require`, so this test patches the imported ones.
  const instrumentation = createAzureSdkInstrumentation() as unknown as {
    getModuleDefinitions(): { name: string; patch(exports: object): object }[];
  };
  for (const { name, patch } of instrumentation.getModuleDefinitions()) {
    if (name === "@azure/core-tracing") patch(coreTracing);
  }
});

beforeEach(() => exporter.reset());

const named = (name: string): ReadableSpan[] =>
  exporter.getFinishedSpans().filter((span) => span.name === name);
const ids = (spans: ReadableSpan[]) => spans.map((span) => span.spanContext().spanId);

test("creates a span per operation, and in it an HTTP span per attempt that is sent to the service", async () => {
  const { thread, sent } = scripted([{ status: 503 }, { status: 204 }]);
  await thread.deleteMessage("1");
  const [operation] = named("ChatThreadClient-DeleteMessage");
  expect(operation).toMatchObject({
    kind: SpanKind.INTERNAL,
    status: { code: SpanStatusCode.UNSET },
  });
  expect(operation!.attributes["az.namespace"]).toBe("Microsoft.Communication");
  const attempts = named("HTTP DELETE");
  expect(attempts.map((span) => span.attributes["http.status_code"])).toEqual([503, 204]);
  for (const span of attempts)
    expect(span.parentSpanContext?.spanId).toBe(operation!.spanContext().spanId);
  expect(sent.map(({ headers }) => headers["traceparent"]!.split("-")[2])).toEqual(ids(attempts));
});

test("creates a span per page of a list that includes its request", async () => {
  const path = `${endpoint}/chat/threads/${encodeURIComponent(threadId)}/messages`;
  const { thread } = scripted([
    { body: { value: [], nextLink: `${path}?syncState=a` } },
    { body: { value: [] } },
  ]);
  await thread.listMessages().toArray();
  const pages = named("ChatThreadClient-ListMessages");
  expect(pages).toHaveLength(2);
  expect(named("HTTP GET").map((span) => span.parentSpanContext?.spanId)).toEqual(ids(pages));
  // The span of the request ends before the span of its page.
  const request = "HTTP GET";
  const page = "ChatThreadClient-ListMessages";
  expect(exporter.getFinishedSpans().map(({ name }) => name)).toEqual([
    request,
    page,
    request,
    page,
  ]);
});

test("records a failure in the span, without the token", async () => {
  const { thread } = scripted([
    { status: 403, body: { error: { code: "Forbidden", message: "not yours" } } },
  ]);
  await expect(thread.getMessage("1")).rejects.toThrow("not yours");
  const [span] = named("ChatThreadClient-GetMessage");
  expect(span!.status).toEqual({
    code: SpanStatusCode.ERROR,
    message: expect.stringContaining("not yours"),
  });
  const everything = exporter
    .getFinishedSpans()
    .map(({ attributes, events, status }) => ({ attributes, events, status }));
  expect(JSON.stringify(everything)).not.toContain(secret);
});

test("uses the caller's span as the parent", async () => {
  const parent = trace.getTracer("app").startSpan("mine");
  const tracingContext = trace.setSpan(
    context.active(),
    parent,
  ) as unknown as coreTracing.TracingContext;
  await scripted([{ status: 201, body: { id: "1" } }]).thread.sendMessage(
    { content: "c" },
    { tracingOptions: { tracingContext } },
  );
  expect(named("ChatThreadClient-SendMessage")[0]!.parentSpanContext?.spanId).toBe(
    parent.spanContext().spanId,
  );
});
