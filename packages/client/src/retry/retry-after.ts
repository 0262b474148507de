import type { PipelineResponse } from "@azure/core-rest-pipeline";

/** The headers in which services ask to wait, the most precise first, and the unit of a number in them. */
const headers = [
  { name: "retry-after-ms", unitInMs: 1, takesDate: false },
  { name: "x-ms-retry-after-ms", unitInMs: 1, takesDate: false },
  { name: "retry-after", unitInMs: 1000, takesDate: true },
] as const;

/** A number of seconds or milliseconds, of any length: `120`, `0.5`. */
const number = /^\d+(\.\d+)?$/;

/**
 * An HTTP date in one of the three forms that RFC 9110 has: `Sun, 06 Nov 1994 08:49:37 GMT`,
 * `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`. `Date.parse` alone takes far more for a date.
 */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d( GMT| \d{4})$/;

/**
 * Reads how long the service asks to wait, in milliseconds. `undefined` if it does not say, or says nothing that
 * can be understood. In a browser the headers of the service are out of reach, since it exposes only `Location`.
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
