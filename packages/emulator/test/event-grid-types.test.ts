import {
  type AcsChatMessageReceivedEventData,
  type AcsChatThreadCreatedEventData,
  type CloudEvent,
  EventGridDeserializer,
  type EventGridEvent,
  isSystemEvent,
  type SystemEventNameToEventData,
  type KnownSystemEventTypes,
} from "@azure/eventgrid";
import { beforeEach, describe, expect, expectTypeOf, it } from "vitest";
import { CHAT_EVENT_TYPES, type ChatEventType } from "../src/event-grid/event-types.ts";
import type { EmulatorUser, EventSchema } from "../src/index.ts";
import { startChat } from "./support/chat.ts";
import { startWebhook, type WebhookRequest } from "./support/webhook.ts";

type Data = Record<string, never>;
type Read = EventGridEvent<unknown> | CloudEvent<unknown>;

/** Reads each event of a webhook with Microsoft's package. */
async function readAll(schema: EventSchema, requests: readonly WebhookRequest[]): Promise<Read[]> {
  const reader = new EventGridDeserializer();
  const read = (body: string): Promise<Read[]> =>
    schema === "EventGridSchema"
      ? reader.deserializeEventGridEvents(body)
      : reader.deserializeCloudEvents(body);
  return (await Promise.all(requests.map(({ body }) => read(body)))).flat();
}

const typeOf = (event: Read): ChatEventType =>
  ("eventType" in event ? event.eventType : event.type) as ChatEventType;
/** True if Microsoft's package recognizes the event as one of the type. */
const isOf = <T extends ChatEventType>(
  type: T,
  event: Read,
): event is Extract<Read, { eventType: string }> & { data: SystemEventNameToEventData[T] } =>
  isSystemEvent(type, event as EventGridEvent<unknown>);
const timeOf = (event: Read): unknown => ("eventType" in event ? event.eventTime : event.time);

/** The properties that Microsoft's declarations require, for each event type. */
const IN_THREAD = ["threadId", "transactionId"];
const PER_USER = [...IN_THREAD, "recipientCommunicationIdentifier"];
const MESSAGE = ["messageId", "senderCommunicationIdentifier", "type", "version", "composeTime"];
const THREAD = ["createTime", "version"];
const REQUIRED: Readonly<Record<ChatEventType, readonly string[]>> = {
  "Microsoft.Communication.ChatMessageReceived": [
    ...PER_USER,
    ...MESSAGE,
    "messageBody",
    "metadata",
  ],
  "Microsoft.Communication.ChatMessageEdited": [...PER_USER, ...MESSAGE, "messageBody", "editTime"],
  "Microsoft.Communication.ChatMessageDeleted": [...PER_USER, ...MESSAGE, "deleteTime"],
  "Microsoft.Communication.ChatThreadCreatedWithUser": [
    ...PER_USER,
    ...THREAD,
    "createdByCommunicationIdentifier",
    "properties",
    "participants",
  ],
  "Microsoft.Communication.ChatThreadWithUserDeleted": [
    ...PER_USER,
    ...THREAD,
    "deletedByCommunicationIdentifier",
    "deleteTime",
  ],
  "Microsoft.Communication.ChatThreadPropertiesUpdatedPerUser": [
    ...PER_USER,
    ...THREAD,
    "editedByCommunicationIdentifier",
    "editTime",
    "properties",
  ],
  "Microsoft.Communication.ChatParticipantAddedToThreadWithUser": [
    ...PER_USER,
    ...THREAD,
    "time",
    "addedByCommunicationIdentifier",
    "participantAdded",
  ],
  "Microsoft.Communication.ChatParticipantRemovedFromThreadWithUser": [
    ...PER_USER,
    ...THREAD,
    "time",
    "removedByCommunicationIdentifier",
    "participantRemoved",
  ],
  "Microsoft.Communication.ChatMessageReceivedInThread": [...IN_THREAD, ...MESSAGE, "messageBody"],
  "Microsoft.Communication.ChatMessageEditedInThread": [
    ...IN_THREAD,
    ...MESSAGE,
    "messageBody",
    "editTime",
  ],
  "Microsoft.Communication.ChatMessageDeletedInThread": [...IN_THREAD, ...MESSAGE, "deleteTime"],
  "Microsoft.Communication.ChatThreadCreated": [
    ...IN_THREAD,
    ...THREAD,
    "createdByCommunicationIdentifier",
    "properties",
    "participants",
  ],
  "Microsoft.Communication.ChatThreadDeleted": [
    ...IN_THREAD,
    ...THREAD,
    "deletedByCommunicationIdentifier",
  ],
  "Microsoft.Communication.ChatThreadPropertiesUpdated": [
    ...IN_THREAD,
    ...THREAD,
    "editedByCommunicationIdentifier",
    "editTime",
    "properties",
    "metadata",
  ],
  "Microsoft.Communication.ChatThreadParticipantAdded": [
    ...IN_THREAD,
    "time",
    "addedByCommunicationIdentifier",
    "participantAdded",
    "version",
  ],
  "Microsoft.Communication.ChatThreadParticipantRemoved": [
    ...IN_THREAD,
    "time",
    "removedByCommunicationIdentifier",
    "participantRemoved",
    "version",
  ],
  "Microsoft.Communication.ChatTypingIndicatorReceivedInThread": [
    ...IN_THREAD,
    ...MESSAGE,
    "messageBody",
  ],
  "Microsoft.Communication.ChatAzureBotCommandReceivedInThread": [
    ...IN_THREAD,
    ...MESSAGE,
    "messageBody",
  ],
};

const participant = ({ id }: EmulatorUser) => ({ communicationIdentifier: { rawId: id } });

/** Runs a conversation that raises every kind of chat event, and publishes a bot command. */
async function talk(schema: EventSchema) {
  await using webhook = await startWebhook();
  await using chat = await startChat();
  const { eventGrid } = chat.emulator.control;
  const subscription = await eventGrid.subscribe({ endpoint: webhook.url, schema });
  const [ada, bob, carol] = await Promise.all(["ada", "bob", "carol"].map((one) => chat.user(one)));
  const phone = { communicationIdentifier: { rawId: "4:+15551234567" }, displayName: "Phone" };
  const thread = await chat.thread(ada!, [bob!], { metadata: { room: "blue" } });
  const id = await chat.send(ada!, thread, "Hello");
  const patch = { content: "Hello again", metadata: { edited: "yes" } };
  await chat.request(ada, "PATCH", `${thread}/messages/${id}`, patch);
  await chat.request(ada, "POST", `${thread}/typing`, { senderDisplayName: "Ada" });
  await chat.request(ada, "POST", `${thread}/participants/:add`, {
    participants: [participant(carol!), phone],
  });
  await chat.request(ada, "POST", `${thread}/participants/:remove`, { rawId: carol!.id });
  await chat.request(ada, "PATCH", thread, { topic: "Dinner" });
  await chat.request(ada, "DELETE", `${thread}/messages/${id}`);
  await chat.request(bob, "DELETE", thread);
  eventGrid.publish({
    type: "Microsoft.Communication.ChatAzureBotCommandReceivedInThread",
    subject: "thread/19:thread@thread.v2/sender/28:bot",
    data: {
      threadId: "19:thread@thread.v2",
      transactionId: "one",
      messageId: "1",
      senderCommunicationIdentifier: { rawId: "28:bot" },
      composeTime: "2026-01-01T12:00:00Z",
      type: "Text",
      version: 1,
      messageBody: "/help",
    },
  });
  await eventGrid.settled();
  const events = await readAll(schema, webhook.notifications);
  return { events, ada: ada!, bob: bob!, carol: carol!, subscription, webhook };
}

describe.each(["EventGridSchema", "CloudEventSchemaV1_0"] as const)("events in %s", (schema) => {
  let told: Awaited<ReturnType<typeof talk>>;
  beforeEach(async () => {
    told ??= await talk(schema);
  });

  it("have exactly the types of @azure/eventgrid", () => {
    expect(told.subscription.state).toBe("active");
    const types = new Set(told.events.map(typeOf));
    expect([...types].toSorted()).toEqual([...CHAT_EVENT_TYPES].toSorted());
  });

  it.each(CHAT_EVENT_TYPES)(
    "of type %s have the properties that the declarations require",
    (type) => {
      const found = told.events.filter((event) => isOf(type, event));
      expect(found.length).toBeGreaterThan(0);
      for (const event of found) {
        expect(Object.keys(event.data as object)).toEqual(
          expect.arrayContaining([...REQUIRED[type]]),
        );
        expect(timeOf(event)).toEqual(new Date("2026-01-01T12:00:00Z"));
      }
    },
  );

  it("are raised for each user except the one who caused them, and once for the thread", () => {
    const recipients = (type: ChatEventType) =>
      told.events
        .filter((event) => typeOf(event) === type)
        .map(
          ({ data }) =>
            (data as Data)["recipientCommunicationIdentifier"] as { rawId: string } | undefined,
        )
        .map((one) => one?.rawId);
    const { ada, bob, carol } = told;
    expect(recipients("Microsoft.Communication.ChatMessageReceived")).toEqual([bob.id]);
    expect(recipients("Microsoft.Communication.ChatMessageReceivedInThread")).toEqual([undefined]);
    // Carol and a phone were added. A phone receives no events.
    expect(
      recipients("Microsoft.Communication.ChatParticipantAddedToThreadWithUser").toSorted(),
    ).toEqual([bob.id, bob.id, carol.id, carol.id].toSorted());
    expect(
      recipients("Microsoft.Communication.ChatParticipantRemovedFromThreadWithUser").toSorted(),
    ).toEqual([bob.id, carol.id].toSorted());
    expect(recipients("Microsoft.Communication.ChatThreadWithUserDeleted")).toEqual([ada.id]);
  });

  it("have distinct subjects and ids", () => {
    const { ada, bob, events } = told;
    const message = events.find((event) =>
      isOf("Microsoft.Communication.ChatMessageReceived", event),
    )!;
    const { threadId } = message.data as { threadId: string };
    expect(message.subject).toBe(`thread/${threadId}/sender/${ada.id}/recipient/${bob.id}`);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  it("conform to Microsoft's TypeScript types", () => {
    const first = told.events.find((event) => typeOf(event).endsWith("ThreadCreated"));
    if (!isOf("Microsoft.Communication.ChatThreadCreated", first!)) throw new Error("no");
    expectTypeOf(first.data).toEqualTypeOf<AcsChatThreadCreatedEventData>();
    expectTypeOf<ChatEventType>().toExtend<KnownSystemEventTypes>();
    expect(first.data.properties).toEqual({ topic: "Lunch" });
    expect(first.data.metadata).toEqual({ room: "blue" });
    expect(
      first.data.participants.map(({ participantCommunicationIdentifier: one }) => one.rawId),
    ).toEqual([told.ada.id, told.bob.id]);
    const received = told.events.filter((event) =>
      isOf("Microsoft.Communication.ChatMessageReceived", event),
    ) as { data: AcsChatMessageReceivedEventData }[];
    expect(received.map(({ data }) => data.messageBody)).toEqual(["Hello"]);
    const { id } = told.ada;
    expect(received[0]!.data.senderCommunicationIdentifier).toEqual({
      rawId: id,
      communicationUser: { id },
    });
  });
});

it("has every chat event in the declarations of @azure/eventgrid", () => {
  type Theirs = Extract<KnownSystemEventTypes, `Microsoft.Communication.Chat${string}`>;
  expectTypeOf<Theirs>().toEqualTypeOf<ChatEventType>();
});
