import { createChatThread, deleteChatThread, listChatThreads, randomId } from "@acs-chat/rest";
import type { CommunicationTokenCredential } from "@azure/communication-common";
import { addBatches } from "./add-batches.ts";
import { ChatThreadClient } from "./chat-thread-client.ts";
import { toCreateResult } from "./convert/to-public.ts";
import { toWireBatches } from "./convert/to-wire.ts";
import { type ClientCore, coreOf } from "./core.ts";
import {
  read,
  requireBoolean,
  requireDate,
  requireHeaderValue,
  requireId,
  requireTexts,
  requireObject,
  requireRetention,
  requireSize,
  requireString,
} from "./guards.ts";
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
import { logger } from "./pipeline.ts";
import { createRealtime, type Realtime } from "./realtime/realtime.ts";
import type { CreateChatThreadRequest } from "./requests.ts";

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
  readonly #core: ClientCore;
  readonly #realtime: Realtime;

  /** @internal */
  constructor(core: ClientCore);
  /**
   * @param endpoint - the resource's URL: `https://<resource>.communication.azure.com`; http only on loopback hosts
   * @param credential - the user's token, such as an `AzureCommunicationTokenCredential`
   * @throws ChatArgumentError - when one of them cannot be right
   */
  constructor(
    endpoint: string,
    credential: CommunicationTokenCredential,
    options?: ChatClientOptions,
  );
  constructor(
    endpoint: string | ClientCore,
    credential?: CommunicationTokenCredential,
    options?: ChatClientOptions,
  ) {
    const core = coreOf(endpoint, credential, options);
    this.#core = core;
    this.#realtime = createRealtime(
      {
        endpoint: core.context.endpoint,
        apiVersion: core.context.apiVersion,
        credential: core.credential,
        newId: randomId,
        logger,
      },
      options?.realtime,
    );
  }

  /**
   * The client of one thread. Sends nothing: whether there is such a thread shows with its first call.
   *
   * @throws ChatArgumentError - when the id is empty or no string
   */
  getChatThreadClient(threadId: string): ChatThreadClient {
    return new ChatThreadClient(this.#core, threadId);
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
    const topic = requireString(requireObject(request, "request").topic, "topic");
    const {
      batches,
      idempotencyToken: repeatabilityRequestId = randomId(),
      ...more
    } = read(options, {
      batches: requireBoolean,
      idempotencyToken: requireHeaderValue,
      metadata: requireTexts,
      retentionPolicy: requireRetention,
    });
    const { participants: all } = options;
    const [participants, ...others] = all === undefined ? [] : toWireBatches(all, batches);
    const body = { topic, ...(participants && { participants }), ...more };
    return operation("ChatClient-CreateChatThread", options, async (checked) => {
      const created = toCreateResult(
        await createChatThread(this.#core.context, body, {
          ...checked,
          repeatabilityRequestId,
        }),
      );
      const { chatThread } = created;
      return chatThread ? addBatches(this.#core, chatThread.id, others, checked, created) : created;
    });
  }

  /** The user's threads, the one with the newest message first. */
  listChatThreads(options: ListChatThreadsOptions = {}): ChatPagedIterator<ChatThreadItem> {
    read(options, { maxPageSize: requireSize, startTime: requireDate });
    return paged(this.#core, options, {
      name: "ChatClient-ListChatThreads",
      path: "chat/threads",
      start: (checked) => listChatThreads(this.#core.context, checked),
      convert: (thread): ChatThreadItem => thread,
    });
  }

  /**
   * Deletes a thread, for everybody in it.
   *
   * @throws ChatServiceError
   */
  async deleteChatThread(threadId: string, options: DeleteChatThreadOptions = {}): Promise<void> {
    requireId(threadId, "threadId");
    return operation("ChatClient-DeleteChatThread", options, (checked) =>
      deleteChatThread(this.#core.context, threadId, checked),
    );
  }

  /**
   * Starts real-time notifications, in Node as in browsers. Resolves when events flow: what happens from
   * then on reaches the listeners. Calling it again while it runs changes nothing.
   *
   * @throws RealtimeError - when it cannot be brought about; it may be called again then
   */
  startRealtimeNotifications(): Promise<void> {
    return this.#realtime.start();
  }

  /**
   * Stops real-time notifications and lets go of all they need; iterations of {@link ChatClient.events} end.
   * Listeners stay, for the next start.
   */
  stopRealtimeNotifications(): Promise<void> {
    return this.#realtime.stop();
  }

  /** Where real-time notifications stand. Changes are told by the event `stateChanged`. */
  get state(): RealtimeState {
    return this.#realtime.state;
  }

  /**
   * Calls a listener with each event of a name, before or after a start. What a listener throws reaches
   * the event `error` and no other listener.
   */
  on<K extends keyof RealtimeEvents>(event: K, listener: RealtimeListener<K>): void {
    this.#realtime.on(event, listener);
  }

  /** Calls a listener with the next event of a name, and with no further one. */
  once<K extends keyof RealtimeEvents>(event: K, listener: RealtimeListener<K>): void {
    this.#realtime.on(event, listener, true);
  }

  /** Takes a listener back. */
  off<K extends keyof RealtimeEvents>(event: K, listener: RealtimeListener<K>): void {
    this.#realtime.off(event, listener);
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
    return this.#realtime.events(options);
  }
}
