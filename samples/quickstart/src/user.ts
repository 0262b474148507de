import type { CommunicationTokenCredential } from "@azure/communication-common";

/** Somebody who takes part in the conversation. */
export interface User {
  readonly name: string;
  readonly id: string;
  readonly credential: CommunicationTokenCredential;
}
