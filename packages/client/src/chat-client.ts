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

/** The key of a client's state. A symbol cannot conflict with a member of a subclass or a wrapper. */
const state = Symbol("state");

/**
 * The body of a request to create a thread. A value of `null` is sent as `null`, although the type does not allow it.
 */
type WireRequest = Parameters<typeof createChatThread>[1];

interface State {
  readonly core: CoreSource;
  readonly realtime: Realtime;
}

/**
 * Creates, lists and deletes the threads of one user, receives their real-time notifications, and returns a
 * {@link ChatThreadClient} for the operations within a thread.
 *
 * @example
 * ```ts
 * const client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token));
 * const { chatThread } = await client.createChatThread({ topic: "Lunch" }, { participants });
 * ```
 */
export class ChatClient {
  /**
   * Returns the client's state. A private member (`#state`) would not be accessible through a Proxy. The state is in a
   * closure, because some Proxies wrap every object that they return.
   *
   * @internal
   */
  readonly [state]: () => State;

  /**
   * Creates a client without sending a request. The constructor accepts invalid arguments; every operation of the
   * client then rejects with a `ChatArgumentError` before it sends a request.
   *
   * @param endpoint - The URL of the resource: `https://<resource>.communication.azure.com`. http is allowed for
   * loopback hosts only.
   * @param credential - The user's token, such as an `AzureCommunicationTokenCredential`.
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
   * Returns the client of a thread. It sends no request, so it does not check whether the thread exists.
   *
   * @param threadId - The thread's id. If it is invalid, every operation of the returned client rejects with a
   * `ChatArgumentError`.
   */
  getChatThreadClient(threadId: string): ChatThreadClient {
    return new ChatThreadClient(this[state]().core, threadId);
  }

  /**
   * Creates a thread with the user and the `participants` of the options. The thread is created even if some
   * participants cannot be added: check `invalidParticipants`, or use `throwIfInvalidParticipants`.
   *
   * @throws ChatServiceError if the request fails.
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

  /** Lists the user's threads, ordered by their last message, newest first. */
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
   * Deletes a thread for all participants.
   *
   * @throws ChatServiceError if the request fails.
   */
  async deleteChatThread(threadId: string, options: DeleteChatThreadOptions = {}): Promise<void> {
    const { context } = this[state]().core.get();
    requireId(threadId, "threadId");
    return operation("ChatClient-DeleteChatThread", plainOptions(options).call, (traced) =>
      deleteChatThread(context, threadId, traced),
    );
  }

  /**
   * Starts real-time notifications, in Node and in browsers. Resolves when the connection is established, and
   * listeners receive the events from then on. Has no effect while notifications are running.
   *
   * @throws RealtimeError if the connection fails. The method can be called again.
   */
  startRealtimeNotifications(): Promise<void> {
    return this[state]().realtime.start();
  }

  /**
   * Stops real-time notifications, closes the connection and ends iterations of {@link ChatClient.events}. Listeners
   * stay registered for the next start.
   */
  stopRealtimeNotifications(): Promise<void> {
    return this[state]().realtime.stop();
  }

  /** The state of real-time notifications. The event `stateChanged` reports changes. */
  get state(): RealtimeState {
    return this[state]().realtime.state;
  }

  /**
   * Adds a listener of an event, before or after the start of notifications. An error that the listener throws is
   * reported by the event `error` and does not affect other listeners. A listener of an unknown event is ignored, and a
   * warning is logged.
   */
  on<K extends keyof RealtimeEvents>(event: K, listener: RealtimeListener<K>): void {
    this[state]().realtime.on(event, listener);
  }

  /** Adds a listener that is removed after its first event. */
  once<K extends keyof RealtimeEvents>(event: K, listener: RealtimeListener<K>): void {
    this[state]().realtime.on(event, listener, true);
  }

  /** Removes a listener. */
  off<K extends keyof RealtimeEvents>(event: K, listener: RealtimeListener<K>): void {
    this[state]().realtime.off(event, listener);
  }

  /**
   * Iterates over the events from now on. The iteration ends when the signal is aborted or notifications are stopped,
   * and throws the `RealtimeError` if the client gives up reconnecting.
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
