import type { Values } from "./arbitraries.ts";
import { imageOperations } from "./operations/images.ts";
import { messageOperations } from "./operations/messages.ts";
import { participantOperations } from "./operations/participants.ts";
import { signalOperations } from "./operations/signals.ts";
import { threadOperations } from "./operations/threads.ts";
import type { Pair } from "./pair.ts";

/** Returns all operations that both clients have in the API version. */
export function pairsOf(version: string, values: Values): Pair[] {
  return [
    ...threadOperations(values),
    ...messageOperations(values),
    ...participantOperations(values),
    ...signalOperations(values),
    ...(version === "2024-06-05-preview" ? imageOperations(values) : []),
  ];
}
