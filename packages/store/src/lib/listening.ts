import type { RealtimeEvents, RealtimeListener } from "@acs-chat/client";
import type { StoreClient } from "../client-face.ts";

/** A set of listeners on a client that are removed together. */
export interface Listening {
  on<K extends keyof RealtimeEvents>(name: K, listener: RealtimeListener<K>): void;
  end(): void;
}

export function createListening(client: Pick<StoreClient, "on" | "off">): Listening {
  const ends: (() => void)[] = [];
  return {
    on(name, listener) {
      client.on(name, listener);
      ends.push(() => client.off(name, listener));
    },
    end() {
      for (const end of ends) end();
    },
  };
}
