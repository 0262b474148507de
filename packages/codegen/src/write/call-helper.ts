import type { OperationPlan } from "../plan/types.ts";
import type { SourceFile } from "./source-file.ts";

/** Returns the helper that sends the operation's request and reads a response of its format. */
export function callHelper(file: SourceFile, operation: OperationPlan): string {
  const formats = new Set(operation.responses.map((response) => response.format));
  if (formats.has("any")) return file.helper("callForAny");
  if (formats.has("binary")) return file.helper("callForBytes");
  if (formats.has("jsonl") || formats.has("sse")) return file.helper("callForStream");
  if (formats.has("xml")) return file.helper("callForXml");
  if (formats.has("text")) return file.helper("callForText");
  return file.helper("call");
}
