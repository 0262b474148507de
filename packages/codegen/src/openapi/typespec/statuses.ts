import type { Contract, Operation, ResponseUse } from "../contract.ts";

/** Returns the responses of an operation. If it declares no success, its `default` response is the success. */
export function responsesOf({ responses, at }: Operation): readonly ResponseUse[] {
  const isLone = responses.every(({ status }) => status === "default");
  if (isLone) {
    if (responses.length > 0) at.get("responses")?.get("default");
    return responses.map((use) => ({ ...use, status: "200" }));
  }
  const hasSuccess = responses.some(({ status }) => /^[23]/.test(status));
  const fallback = responses.find(({ status }) => status === "default");
  if (hasSuccess || fallback === undefined) return responses;
  return responses.map((use) => (use === fallback ? { ...use, status: "200" } : use));
}

/** Returns the status code of each shared response; undefined if it is used with several. */
export function soleStatuses({ operations }: Contract): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const operation of operations) {
    for (const { shared, status } of responsesOf(operation)) {
      if (shared === undefined) continue;
      found.set(shared, !found.has(shared) || found.get(shared) === status ? status : undefined);
    }
  }
  return found;
}
