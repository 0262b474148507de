import { expect, test } from "vitest";
import { differencesOf, type Observed } from "./differences.ts";
import { justificationOf, type Justified } from "./justified.ts";
import { partsOf } from "./outcome.ts";
import type { RecordedRequest } from "./recorder.ts";

const request: RecordedRequest = {
  method: "POST",
  target: "/chat/threads?api-version=2025-03-15&skip=1",
  headers: { "content-type": "application/json", "user-agent": "one", host: "127.0.0.1:1" },
  body: Buffer.from("{}"),
};
const observed: Observed = { requests: [request], outcome: { result: { id: "1" } } };
const sending = (change: Partial<RecordedRequest>): Observed => ({
  ...observed,
  requests: [{ ...request, ...change }],
});

test("ignores differences that do not matter to the service", () => {
  const other = sending({
    target: "/chat/threads?skip=1&api-version=2025-03-15",
    headers: { ...request.headers, "user-agent": "two", "x-ms-client-request-id": "7" },
  });
  expect(differencesOf("send", observed, other)).toEqual([]);
});

test.for<[string, Observed]>([
  ["method", sending({ method: "PUT" })],
  ["path", sending({ target: "/chat/thread?api-version=2025-03-15&skip=1" })],
  ["query", sending({ target: "/chat/threads?api-version=2025-03-15&skip=2" })],
  ["query", sending({ target: "/chat/threads?api-version=2025-03-15" })],
  ["header content-type", sending({ headers: { "content-type": "text/plain" } })],
  ["header content-type", sending({ headers: {} })],
  ["header authorization", sending({ headers: { ...request.headers, authorization: "Bearer x" } })],
  ["body", sending({ body: Buffer.from("{ }") })],
  ["request count", { ...observed, requests: [request, request] }],
  ["result", { ...observed, outcome: { result: { id: 1 } } }],
  ["error", { ...observed, outcome: { error: { name: "RestError", status: 404, code: "No" } } }],
])("finds a difference in %s", ([part, other]) => {
  expect(differencesOf("send", observed, other)).toMatchObject([{ operation: "send", part }]);
  expect(differencesOf("send", other, observed)).toMatchObject([{ operation: "send", part }]);
});

test("does not decode the path", () => {
  const parts = partsOf({ ...request, target: "/chat/threads/19%3Aa%40b?x=1?2" });
  expect(parts.get("path")).toBe("/chat/threads/19%3Aa%40b");
  expect(parts.get("query")).toBe("x=1?2");
});

test("applies an entry only to its operations, part and values", () => {
  const entry: Justified = {
    operations: ["send"],
    part: "body",
    is: (ours) => ours === "1",
    because: "of the test",
  };
  const difference = { operation: "send", part: "body", ours: "1", theirs: "2" };
  expect(justificationOf(difference, [entry])).toBe(entry);
  expect(justificationOf({ ...difference, operation: "get" }, [entry])).toBeUndefined();
  expect(justificationOf({ ...difference, part: "path" }, [entry])).toBeUndefined();
  expect(justificationOf({ ...difference, ours: "3" }, [entry])).toBeUndefined();
});
