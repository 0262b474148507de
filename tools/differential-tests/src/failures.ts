import * as fc from "fast-check";
import type { StubResponse } from "./recorder.ts";

const json = { "content-type": "application/json; charset=utf-8" };
const codes = fc.constantFrom("Forbidden", "TooManyRequests", "Unauthorized", "Odd code");

/** Error responses: with the declared body, with other bodies, and without a body. */
export const failures: fc.Arbitrary<readonly StubResponse[]> = fc
  .record({
    status: fc.constantFrom(400, 401, 403, 404, 409, 413, 429, 500, 503),
    content: fc.oneof(
      codes.map((code) => ({
        headers: json,
        body: JSON.stringify({ error: { code, message: "Refused." } }),
      })),
      codes.map((code) => ({
        headers: json,
        body: JSON.stringify({ CommunicationError: { Code: code, Message: "Refused." } }),
      })),
      fc.constant({ headers: { "content-type": "text/html" }, body: "<h1>Bad gateway</h1>" }),
      fc.constant({ headers: {}, body: "" }),
    ),
  })
  .map(({ status, content }) => [{ status, ...content }]);
