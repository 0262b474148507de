import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "../../control/faults.ts";
import { ServiceError } from "../../engine/errors.ts";
import type { WireOutcome, WireResponse } from "../message.ts";

/**
 * Carries out a request under a fault: the fault delays it, replaces it, or replaces its response.
 * @param closing Aborted when the emulator closes. This ends delayed requests.
 * @throws {@link ServiceError} with the status code of the fault.
 */
export async function injectFault(
  fault: Fault | undefined,
  closing: AbortSignal,
  carryOut: () => Promise<WireResponse>,
): Promise<WireOutcome> {
  if (fault?.delayMilliseconds && !(await delay(fault.delayMilliseconds, closing))) {
    return { drop: true };
  }
  if (fault?.action === "drop") return { drop: true };
  if (fault?.action === "status") throw faultError(fault);
  const response = await carryOut();
  if (fault?.action === "commitThenDrop") return { drop: true };
  if (fault?.action === "commitThenStatus") throw faultError(fault);
  return response;
}

function faultError({ status = 503, retryAfterSeconds }: Fault): ServiceError {
  return new ServiceError(
    status,
    "InjectedFault",
    "This is an injected fault, requested through /_emulator.",
    {
      headers: retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) },
    },
  );
}

/** Waits. Resolves to false if the emulator closed in the meantime. */
const delay = (milliseconds: number, closing: AbortSignal): Promise<boolean> =>
  wait(milliseconds, true, { signal: closing }).catch(() => false);
