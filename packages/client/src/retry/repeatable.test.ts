import { createPipelineRequest, RestError, type HttpMethods } from "@azure/core-rest-pipeline";
import { expect, test } from "vitest";
import { isRepeatable, wasNeverSent } from "./repeatable.ts";

const base = "https://x.communication.azure.com/chat/threads/19%3Aa%40thread.v2";
const request = (method: HttpMethods, path: string) =>
  createPipelineRequest({ method, url: `${base}${path}?api-version=2025-03-15` });

test.each([
  ["GET", "/messages", true],
  ["PATCH", "/messages/1", true],
  ["DELETE", "", true],
  ["POST", "/messages", false],
  ["POST", "/participants/:add", false],
  ["POST", "/participants/:remove", true],
  ["POST", "/typing", false],
  ["POST", "/images", false],
  ["POST", "/readReceipts", true],
] as const)("treats %s %s as repeatable: %s", (method, path, expected) => {
  expect(isRepeatable(request(method, path))).toBe(expected);
});

test("treats the creation of a thread as repeatable only with an idempotency token", () => {
  const create = request("POST", "");
  expect(isRepeatable(create)).toBe(false);
  create.headers.set("Repeatability-Request-Id", "t");
  expect(isRepeatable(create)).toBe(true);
});

const failure = (code: string) => new RestError("x", { code });

test("treats a failed connection as not sent, but not a lost one", () => {
  for (const code of ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"])
    expect(wasNeverSent(failure(code))).toBe(true);
  for (const code of ["ECONNRESET", "EPIPE", "ETIMEDOUT", "REQUEST_SEND_ERROR"])
    expect(wasNeverSent(failure(code))).toBe(false);
  const wrapped = new TypeError("fetch failed", {
    cause: Object.assign(new Error("c"), { code: "ECONNREFUSED" }),
  });
  expect(wasNeverSent(wrapped)).toBe(true);
  expect(wasNeverSent("ECONNREFUSED")).toBe(false);
});
