import type { OperationName } from "../../spec/operations.ts";
import { identityOperations } from "./identities.ts";
import { imageOperations } from "./images.ts";
import { messageOperations } from "./messages.ts";
import { notificationOperations } from "./notifications.ts";
import type { Handler } from "./operation.ts";
import { participantOperations } from "./participants.ts";
import { threadOperations } from "./threads.ts";

/** The handlers of all operations of the specs. An operation without a handler does not compile. */
export const HANDLERS: Readonly<Record<OperationName, Handler>> = {
  ...threadOperations,
  ...messageOperations,
  ...participantOperations,
  ...notificationOperations,
  ...imageOperations,
  ...identityOperations,
};
