import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readErrorBody } from "./error-body.ts";

const detail = { code: "403", message: "Permissions check failed", target: "8:acs:a" };

test.each([
  ["the documented shape", { error: { code: "Forbidden", message: "no" } }],
  [
    "the shape on the wire",
    { CommunicationError: { Code: "Forbidden", Message: "no", Details: [] } },
  ],
  ["the early previews' shape", { Error: { Code: "Forbidden", Message: "no" } }],
  ["the bare error", { code: "Forbidden", message: "no" }],
  ["shouting", { ERROR: { CODE: "Forbidden", MESSAGE: "no" } }],
])("reads %s", (_, body) => {
  expect(readErrorBody(JSON.stringify(body))).toEqual({ code: "Forbidden", message: "no" });
});

test("accepts a body without a message", () => {
  expect(readErrorBody('{"CommunicationError":{"Code":"BadRequest"}}')).toEqual({
    code: "BadRequest",
  });
});

test("reads details, target and inner errors in any letter case", () => {
  const body = {
    CommunicationError: {
      Code: "A",
      Message: "B",
      Target: "C",
      Details: [detail, { Code: "2" }, null, 7],
      InnerError: { Code: "D", innererror: { code: "E", message: "F" } },
    },
  };
  expect(readErrorBody(JSON.stringify(body))).toEqual({
    code: "A",
    message: "B",
    target: "C",
    details: [detail, { code: "2", message: "" }],
    innerError: { code: "D", message: "", innerError: { code: "E", message: "F" } },
  });
});

test.each([
  "",
  "<html>502 Bad Gateway</html>",
  "null",
  "[]",
  '"text"',
  "{}",
  '{"error":null}',
  '{"error":{"code":5}}',
  '{"error":',
])("returns nothing for %j", (text) => {
  expect(readErrorBody(text)).toEqual({});
});

test("stops at deep nesting", () => {
  const text = `${'{"error":{"code":"x","innererror":'.replace("{", "{")}${'{"code":"y","innererror":'.repeat(5000)}null${"}".repeat(5002)}`;
  expect(JSON.stringify(readErrorBody(text)).match(/"y"/g)).toHaveLength(8);
});

test("does not throw for any JSON", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const parsed = readErrorBody(text);
      expect(parsed).toBeTypeOf("object");
    }),
  );
});
