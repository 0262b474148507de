import { badRequest } from "../../engine/errors.ts";
import type { OperationVersion } from "../../spec/routes.ts";
import { parseDateTime, parseInt32, parseUsDateTime } from "../../spec/values.ts";

/**
 * Checks the query parameters that the API version defines. Unknown parameters are ignored.
 * @throws {@link ServiceError} 400 if one is missing or has the wrong format.
 */
export function checkQuery(version: OperationVersion, query: URLSearchParams): void {
  for (const { name, format, type, required } of version.query) {
    const value = query.get(name);
    if (value === null) {
      if (required === true) throw badRequest(`The query parameter ${name} is missing.`);
    } else if (type === "integer" && parseInt32(value) === undefined) {
      throw badRequest(`The query parameter ${name} must be a 32-bit integer.`);
    } else if (format === "date-time" && !isDateTime(value)) {
      throw badRequest(`The query parameter ${name} must be an RFC 3339 date-time.`);
    }
  }
}

const isDateTime = (value: string): boolean =>
  (parseDateTime(value) ?? parseUsDateTime(value)) !== undefined;
