import type { PipelineResponse } from "@azure/core-rest-pipeline";

/**
 * How long the service asks to wait, in milliseconds: `retry-after-ms` or `x-ms-retry-after-ms`, or
 * `Retry-After` in seconds or as a date. `undefined` when it does not say, or nothing that can be understood.
 */
export function retryAfterInMs(
  response: Pick<PipelineResponse, "headers">,
  now: () => number,
): number | undefined {
  for (const [header, unit] of [
    ["retry-after-ms", 1],
    ["x-ms-retry-after-ms", 1],
    ["retry-after", 1000],
  ] as const) {
    const value = response.headers.get(header) ?? "";
    if (/^\d{1,9}(\.\d+)?$/.test(value)) return Number(value) * unit;
    // Date.parse alone takes far too much for a date, "-3" among it.
    const date = unit === 1000 && value.endsWith("GMT") ? Date.parse(value) : NaN;
    if (Number.isFinite(date)) return Math.max(0, date - now());
  }
  return undefined;
}
