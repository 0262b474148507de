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

/** Reads a wish for faults as the control API gets it; an error's text if it makes no sense. */
export function parseFaults(value: unknown): Partial<RealtimeFaults> | string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return "Give a JSON object.";
  }
  const known: Record<string, unknown> = { ...noFaults() };
  for (const [name, wish] of Object.entries(value)) {
    const type = typeof known[name];
    if (!Object.hasOwn(known, name)) {
      return `${name} is no fault of real time: ${Object.keys(known).join(", ")}.`;
    }
    if (typeof wish !== type) return `${name} must be a ${type}.`;
    if (typeof wish === "number" && (!Number.isInteger(wish) || wish < 0 || wish > 1e6)) {
      return `${name} must be a whole number from 0 to 1000000.`;
    }
  }
  return value as Partial<RealtimeFaults>;
}
