// The subpath export, under each module resolution.
import type { RealtimeTransportFactory } from "@acs-chat/client";
import { signalingTransport } from "@acs-chat/client/signaling";

export const transport: RealtimeTransportFactory = signalingTransport({ connectTimeoutInMs: 1000 });
