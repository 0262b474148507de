import type { CommunicationTokenCredential } from "@azure/communication-common";

/** A user of the conversation. */
export interface User {
  readonly name: string;
  readonly id: string;
  readonly credential: CommunicationTokenCredential;
}
