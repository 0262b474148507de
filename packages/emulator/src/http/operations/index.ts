import { identityOperations } from "./identities.ts";
import { imageOperations } from "./images.ts";
import { messageOperations } from "./messages.ts";
import { notificationOperations } from "./notifications.ts";
import type { Handler } from "./operation.ts";
import { participantOperations } from "./participants.ts";
import { threadOperations } from "./threads.ts";

/** What carries out each operation of the specs, by the operation's name. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  ...threadOperations,
  ...messageOperations,
  ...participantOperations,
  ...notificationOperations,
  ...imageOperations,
  ...identityOperations,
};
