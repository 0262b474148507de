import type { PipelinePolicy, PipelineRequest } from "@azure/core-rest-pipeline";

/** A request whose credentials differ from those of most operations. */
interface Signed extends PipelineRequest {
  readonly auth?: readonly (readonly string[])[];
}

/**
 * Authenticates each request with the first of its alternatives for which all credentials are given. If there is none,
 * the request is sent unchanged, and the service rejects it.
 */
export function authenticationPolicy(
  schemes: Readonly<Record<string, PipelinePolicy | undefined>>,
  byDefault: readonly (readonly string[])[],
): PipelinePolicy {
  return {
    name: "authenticationPolicy",
    sendRequest(request, next) {
      const { auth = byDefault } = request as Signed;
      const names = auth.find((all) => all.every((name) => schemes[name])) ?? [];
      const send = names.reduceRight<typeof next>(
        (then, name) => (signed) => schemes[name]?.sendRequest(signed, then) ?? then(signed),
        next,
      );
      return send(request);
    },
  };
}
