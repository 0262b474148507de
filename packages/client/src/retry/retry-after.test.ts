import { createHttpHeaders } from "@azure/core-rest-pipeline";
import { expect, test } from "vitest";
import { retryAfterInMs } from "./retry-after.ts";

const now = () => Date.UTC(2026, 0, 1);
const read = (headers: Record<string, string>) =>
  retryAfterInMs({ headers: createHttpHeaders(headers) }, now);

test.each([
  [{ "Retry-After": "3" }, 3000],
  [{ "Retry-After": "0" }, 0],
  [{ "Retry-After": " 1.5 " }, 1500],
  [{ "retry-after-ms": "250", "Retry-After": "9" }, 250],
  [{ "x-ms-retry-after-ms": "70" }, 70],
  [{ "Retry-After": "Thu, 01 Jan 2026 00:00:10 GMT" }, 10_000],
  [{ "Retry-After": "Wed, 31 Dec 2025 00:00:00 GMT" }, 0],
  [{ "Retry-After": "soon" }, undefined],
  [{ "Retry-After": "-3" }, undefined],
  [{ "Retry-After": "" }, undefined],
  [{ "Retry-After": "86400" }, 86_400_000],
  [{ "Retry-After": "9".repeat(40) }, 1e43],
  [{ "Retry-After": "Thursday, 01-Jan-26 00:00:10 GMT" }, 10_000],
  [{ "Retry-After": "Thu Jan  1 00:00:10 2026" }, 10_000],
  [{ "Retry-After": "3 GMT" }, undefined],
  [{ "retry-after-ms": "soon", "Retry-After": "9" }, 9000],
  [{}, undefined],
])("parses %j as %s", (headers, expected) => {
  expect(read(headers as Record<string, string>)).toBe(expected);
});
