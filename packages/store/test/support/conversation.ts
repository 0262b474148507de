import { type ChatStoreOptions, createChatStore, type StoreMessage } from "../../src/index.ts";
import { createManualClock, createService, me, settle } from "./service.ts";

/** Opens a store of one thread on an in-memory service, with a clock that the test advances. */
export async function openConversation(
  options: Partial<ChatStoreOptions> = {},
  prepare: (service: ReturnType<typeof createService>) => void = () => {},
) {
  const service = createService();
  prepare(service);
  const clock = createManualClock();
  const errors: unknown[] = [];
  let ids = 0;
  const store = createChatStore(service.client, {
    userId: me.communicationUserId,
    clock,
    newId: () => `send-${(ids += 1)}`,
    onError: (error) => errors.push(error),
    ...options,
  });
  await store.start();
  const thread = store.thread(service.threadId);
  await thread.load();
  await settle();
  service.requests.length = 0;
  return {
    service,
    clock,
    store,
    thread,
    errors,
    items: () => thread.messages.getSnapshot().items,
    texts: () => thread.messages.getSnapshot().items.map(textOf),
    /** Loses the connection and all events in flight. */
    drop(): void {
      service.loseAll();
      service.become("reconnecting");
    },
    async reconnect(): Promise<void> {
      service.become("connected");
      service.fire("resyncRequired", { reason: "disconnected", since: new Date(service.now()) });
      await settle();
    },
    /** Advances both clocks. */
    async pass(milliseconds: number): Promise<void> {
      service.advance(milliseconds);
      clock.advance(milliseconds);
      await settle();
    },
  };
}

export const textOf = ({ content }: StoreMessage): string | undefined => content?.message;
