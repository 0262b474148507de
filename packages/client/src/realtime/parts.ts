import type { RealtimeContext } from "./transport.ts";

// Why one file: docs/decisions/0062-real-time-loads-as-one-file.md
/**
 * What a client passes to its notifications. Values that the client has anyway are passed, not imported:
 * a module that both the entry and the lazily loaded files import would become a third file to load.
 */
export interface NotificationsParts extends Pick<
  RealtimeContext,
  "endpoint" | "credential" | "apiVersion" | "newId"
> {
  readonly logger: Record<"info" | "warning" | "error", (line: string) => void>;
}
