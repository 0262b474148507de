import type { ChatClient, ChatEvents, RealtimeEvents, RealtimeListener } from "@acs-chat/client";

/** What to do with the events of one thread. */
export type ThreadHandlers = {
  readonly [K in keyof ChatEvents]?: (event: ChatEvents[K]) => void;
};

/**
 * Hears the events of one thread.
 * @returns What ends it.
 */
export function listen(
  client: ChatClient,
  threadId: string,
  handlers: ThreadHandlers,
  onGap: () => void,
): () => void {
  const ends: (() => void)[] = [];
  const on = <K extends keyof RealtimeEvents>(name: K, listener: RealtimeListener<K>): void => {
    client.on(name, listener);
    ends.push(() => client.off(name, listener));
  };
  for (const name of Object.keys(handlers) as (keyof ChatEvents)[]) {
    const handle = handlers[name] as (event: { threadId: string }) => void;
    const ours = (event: { threadId: string }): void => {
      if (event.threadId === threadId) handle(event);
    };
    on(name, ours as RealtimeListener<typeof name>);
  }
  on("resyncRequired", onGap);
  on("realTimeNotificationConnected", onGap);
  return () => {
    for (const end of ends) end();
  };
}
