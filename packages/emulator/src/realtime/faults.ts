import { readObject, truth, whole } from "../control/check.ts";

/** Faults of real time. */
export interface RealtimeFaults {
  /** While true, `user.activity` and `ping` are not acknowledged. */
  holdAcks: boolean;
  /** The number of allocations, handshakes, registrations and config requests that fail with 401. */
  refuseTokens: number;
  /** Whether these 401 responses also say that the token must not be used again. */
  refuseForGood: boolean;
  /** The number of events that are lost for each registration. */
  loseEvents: number;
  /** Whether clients are notified of the losses. */
  announceLosses: boolean;
  /** Whether handshakes offer long polling only. */
  pollingOnly: boolean;
  /** The delay of each HTTP response of real time, in milliseconds. */
  delay: number;
}

/** Returns faults that have no effect. */
export const noFaults = (): RealtimeFaults => ({
  holdAcks: false,
  refuseTokens: 0,
  refuseForGood: false,
  loseEvents: 0,
  announceLosses: true,
  pollingOnly: false,
  delay: 0,
});

/**
 * Validates the faults to set.
 * @throws {@link ServiceError} 400 for unknown faults and values out of range.
 */
export function checkRealtimeFaults(value: unknown): Partial<RealtimeFaults> {
  return readObject<Partial<RealtimeFaults>>(value, "faults", {
    holdAcks: truth,
    refuseTokens: whole(0, MOST),
    refuseForGood: truth,
    loseEvents: whole(0, MOST),
    announceLosses: truth,
    pollingOnly: truth,
    delay: whole(0, MOST),
  });
}

const MOST = 1_000_000;
