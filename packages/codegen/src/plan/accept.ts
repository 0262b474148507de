import type {
  SdkHttpOperation,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";
import { formatIn } from "./formats.ts";
import type { Planner } from "./planner.ts";

/** Returns the content types of an Accept header that the client can parse; all of them if it cannot parse any. */
export function planAccept(
  planner: Planner,
  { operation }: SdkServiceMethod<SdkHttpOperation>,
  accept: string,
): string {
  const responses = [...operation.responses, ...operation.exceptions];
  const isParsed = (contentType: string): boolean =>
    responses.some(
      (response) =>
        response.type !== undefined &&
        response.contentTypes?.includes(contentType) === true &&
        formatIn(planner, response, response.type, contentType) !== undefined,
    );
  const parsed = accept.split(/, */).filter(isParsed);
  return parsed.length === 0 ? accept : parsed.join(", ");
}
