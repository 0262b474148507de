import { createChatThread, deleteChatThread, listChatThreads, randomId } from "@acs-chat/rest";
import type { CommunicationTokenCredential } from "@azure/communication-common";
import { addBatches } from "./add-batches.ts";
import { ChatThreadClient } from "./chat-thread-client.ts";
import { toCreateResult } from "./convert/to-public.ts";
import { toWireBatches } from "./convert/to-wire.ts";
import { CoreSource } from "./core.ts";
import { readFields } from "./fields.ts";
import {
  anything,
  nullable,
  nullIsAbsent,
  requireBoolean,
  requireDate,
  requireHeaderValue,
  requireId,
  requireMetadata,
  requireRetention,
  requireSize,
  requireString,
} from "./guards.ts";
import { logger } from "./logger.ts";
import { methodOptions } from "./method-options.ts";
import type { ChatThreadItem, CreateChatThreadResult } from "./models.ts";
import { operation } from "./operation.ts";
import type {
  ChatClientOptions,
  CreateChatThreadOptions,
  DeleteChatThreadOptions,
  ListChatThreadsOptions,
} from "./options.ts";
import { type ChatPagedIterator, paged } from "./paging.ts";
import type {
  ChatEventItem,
  ChatEvents,
  ChatEventsOptions,
  RealtimeEvents,
  RealtimeListener,
  RealtimeState,
} from "./realtime/events.ts";
import { createRealtime, type Realtime } from "./realtime/realtime.ts";
import type { CreateChatThreadRequest } from "./requests.ts";

const createOptions = methodOptions({
  participants: nullIsAbsent(anything),
  batches: nullIsAbsent(requireBoolean),
  idempotencyToken: nullIsAbsent(requireHeaderValue),
  metadata: nullable(requireMetadata),
  retentionPolicy: nullable(requireRetention),
});
const listOptions = methodOptions({
  maxPageSize: nullIsAbsent(requireSize),
  startTime: nullIsAbsent(requireDate),
});
const plainOptions = methodOptions({});

/** The key of a client's own state: no subclass or wrapper has a member of that name. */
const state = Symbol("state");

/** Where a value is null, it is sent as null: only the types have no room for it. */
type WireRequest = Parameters<typeof createChatThread>[1];

interface State {
  readonly core: CoreSource;
  readonly realtime: Realtime;
}

/**
 * The threads of one user: creates, lists and deletes them, and gives a {@link ChatThreadClient} for what
 * happens within one.
 *
 * @example
 * ```ts
 * const client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token));
 * const { chatThread } = await client.createChatThread({ topic: "Lunch" }, { participants });
 * ```
 */
export class ChatClient {
  /**
   * A function, so that a Proxy which wraps every object it gives away leaves the state as it is. A private
   * member (`#state`) would be out of reach behind any Proxy.
   *
   * @internal
   */
  readonly [state]: () => State;

  /**
   * Accepts every argument. One that is wrong rejects each call with a `ChatArgumentError`, before anything is
   * sent.
   *
   * @param endpoint - the resource's URL: `https://<resource>.communication.azure.com`; http only on loopback hosts
   * @param credential - the user's token, such as an `AzureCommunicationTokenCredential`
   */
  constructor(
    endpoint: string,
    credential: CommunicationTokenCredential,
    options?: ChatClientOptions,
  ) {
    const core = new CoreSource(endpoint, credential, options);
    const realtime = createRealtime(() => {
      const { context, credential: checked } = core.get();
      const { endpoint: url, apiVersion } = context;
      return { endpoint: url, apiVersion, credential: checked, newId: randomId, logger };
    }, options?.realtime);
    const own = { core, realtime };
    this[state] = () => own;
  }

  /**
   * Returns the client of one thread. Sends nothing: whether the thread exists shows with the first call.
   *
   * @param threadId - the thread's id; one that is wrong rejects each call with a `ChatArgumentError`
   */
  getChatThreadClient(threadId: string): ChatThreadClient {
    return new ChatThreadClient(this[state]().core, threadId);
  }

  /**
   * Creates a thread with yourself and the `participants` of the options in it. Participants who cannot be
   * added do not make it fail: look at `invalidParticipants`, or use `throwIfInvalidParticipants`.
   *
   * @throws ChatServiceError
   */
  async createChatThread(
    request: CreateChatThreadRequest,
    options: CreateChatThreadOptions = {},
  ): Promise<CreateChatThreadResult> {
    const core = this[state]().core.get();
    const { topic } = readFields(request, { topic: requireString }, "request", "");
    requireString(topic, "topic");
    const { call, own } = createOptions(options);
    const { participants: all, batches, idempotencyToken, ...more } = own;
    const [participants, ...others] = all === undefined ? [] : toWireBatches(all, batches);
    const body = { topic, ...(participants && { participants }), ...more } as WireRequest;
    const repeatabilityRequestId = idempotencyToken ?? randomId();
    return operation("ChatClient-CreateChatThread", call, async (traced) => {
      const created = toCreateResult(
        await createChatThread(core.context, body, { ...traced, repeatabilityRequestId }),
      );
      const { chatThread } = created;
      return chatThread ? addBatches(core, chatThread.id, others, traced, created) : created;
    });
  }

  /** Lists the user's threads, the one with the newest message first. */
  listChatThreads(options: ListChatThreadsOptions = {}): ChatPagedIterator<ChatThreadItem> {
    const { call, own } = listOptions(options);
    const { core } = this[state]();
    return paged(core, {
      name: "ChatClient-ListChatThreads",
      path: () => "chat/threads",
      options: call,
      start: ({ context }, traced) => listChatThreads(context, { ...traced, ...own }),
      convert: (thread): ChatThreadItem => thread,
    });
  }

  /**
   * Deletes a thread, for everybody in it.
   *
   * @throws ChatServiceError
   */
  async deleteChatThread(threadId: string, options: DeleteChatThreadOptions = {}): Promise<void> {
    const { context } = this[state]().core.get();
    requireId(threadId, "threadId");
    return operation("ChatClient-DeleteChatThread", plainOptions(options).call, (traced) =>
      deleteChatThread(context, threadId, traced),
    );
  }

  /**
   * Starts real-time notifications, in Node as in browsers. Resolves when events flow: what happens from
   * then on reaches the listeners. Calling it again while it runs changes nothing.
   *
   * @throws RealtimeError - when it cannot be brought about; it may be called again then
   */
  startRealtimeNotifications(): Promise<void> {
    return this[state]().realtime.start();
  }

  /**
   * Stops real-time notifications and lets go of all they need; iterations of {@link ChatClient.events} end.
   * Listeners stay, for the next start.
   */
  stopRealtimeNotifications(): Promise<void> {
    return this[state]().realtime.stop();
  }

  /** Where real-time notifications stand. Changes are told by the event `stateChanged`. */
  get state(): RealtimeState {
    return this[state]().realtime.state;
  }

  /**
   * Calls a listener with each event of a name, before or after a start. What a listener throws reaches
   * the event `error` and no other listener.
   */
  on<K extends keyof RealtimeEvents>(event: K, listener: RealtimeListener<K>): void {
    this[state]().realtime.on(event, listener);
  }

  /** Calls a listener with the next event of a name, and with no further one. */
  once<K extends keyof RealtimeEvents>(event: K, listener: RealtimeListener<K>): void {
    this[state]().realtime.on(event, listener, true);
  }

  /** Takes a listener back. */
  off<K extends keyof RealtimeEvents>(event: K, listener: RealtimeListener<K>): void {
    this[state]().realtime.off(event, listener);
  }

  /**
   * Events from now on, one after the other. Ends when the signal is aborted or notifications are stopped;
   * throws the RealtimeError when they are given up.
   *
   * @example
   * ```ts
   * for await (const { type, event } of client.events({ types: ["chatMessageReceived"], signal })) {
   *   if (type === "chatMessageReceived") console.log(event.senderDisplayName, event.message);
   * }
   * ```
   */
  events<K extends keyof ChatEvents = keyof ChatEvents>(
    options?: ChatEventsOptions<K>,
  ): AsyncIterableIterator<ChatEventItem<K>> {
    return this[state]().realtime.events(options);
  }
}
