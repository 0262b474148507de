import type { OperationVersion } from "../../spec/routes.ts";
import type { WireResponse } from "../message.ts";
import type { Answer } from "../operations/operation.ts";

/**
 * Creates the response of an operation: with the status code that the API version defines, and
 * without properties that it does not have.
 */
export function shapeResponse(answer: Answer, version: OperationVersion): WireResponse {
  const status = version.successStatus;
  if (answer.json === undefined || version.answer === undefined) {
    const { body, headers = {} } = answer;
    return { status, headers, ...(body !== undefined && { body }) };
  }
  return {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", ...answer.headers },
    body: JSON.stringify(version.answer(answer.json, "")),
  };
}
