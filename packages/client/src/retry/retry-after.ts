import type { PipelineResponse } from "@azure/core-rest-pipeline";

/** The headers that specify a delay, the most precise first, with the unit of their numbers. */
const headers = [
  { name: "retry-after-ms", unitInMs: 1, takesDate: false },
  { name: "x-ms-retry-after-ms", unitInMs: 1, takesDate: false },
  { name: "retry-after", unitInMs: 1000, takesDate: true },
] as const;

/** A number of seconds or milliseconds with any number of digits: `120`, `0.5`. */
const number = /^\d+(\.\d+)?$/;

/**
 * An HTTP date in one of the three formats of RFC 9110:
 * `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
 * `Date.parse` alone accepts many other formats.
 */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d( GMT| \d{4})$/;

/**
 * Returns the delay that the service requests in milliseconds; `undefined` if the response has no such header, or an
 * invalid one. Browsers cannot read these headers, because the service exposes only the `Location` header.
 */
export function retryAfterInMs(
  response: Pick<PipelineResponse, "headers">,
  now: () => number,
): number | undefined {
  for (const { name, unitInMs, takesDate } of headers) {
    const value = response.headers.get(name)?.trim() ?? "";
    if (number.test(value)) return Number(value) * unitInMs;
    if (takesDate && httpDate.test(value)) {
      const at = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
      if (Number.isFinite(at)) return Math.max(0, at - now());
    }
  }
  return undefined;
}
