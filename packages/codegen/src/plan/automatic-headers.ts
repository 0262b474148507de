import type {
  SdkHttpOperation,
  SdkMethodParameter,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";

/** Returns how a required header is generated, if the caller need not pass it. */
export function automaticValue(
  method: SdkServiceMethod<SdkHttpOperation>,
  parameter: SdkMethodParameter,
): "uuid" | "httpDate" | undefined {
  const header = method.operation.parameters.find(
    (candidate) =>
      candidate.kind === "header" &&
      candidate.methodParameterSegments.some((path) => path[0] === parameter),
  );
  switch (header?.serializedName.toLowerCase()) {
    case "repeatability-request-id":
      return header.optional ? undefined : "uuid";
    case "repeatability-first-sent":
      return header.optional ? undefined : "httpDate";
    default:
      return undefined;
  }
}
