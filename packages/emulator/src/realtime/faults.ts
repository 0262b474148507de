import { readObject, truth, whole } from "../control/check.ts";

/** Faults of real time that a test can ask for. */
export interface RealtimeFaults {
  /** While true, `user.activity` and `ping` are not acknowledged. */
  holdAcks: boolean;
  /** So many of the next allocations, handshakes, registrations and config calls get 401. */
  refuseTokens: number;
  /** Refusals also say that this token is not to be tried again. */
  refuseForGood: boolean;
  /** So many of the next events are lost to each registration they are for. */
  loseEvents: number;
  /** Whether the losses are announced by a notice. */
  announceLosses: boolean;
  /** Handshakes offer long polling alone. */
  pollingOnly: boolean;
  /** Milliseconds by which each HTTP answer of real time is late. */
  delay: number;
}

/** No faults. */
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
 * Reads which faults are to be set.
 * @throws {@link ServiceError} 400 for what is no fault of real time, and for values out of range.
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
