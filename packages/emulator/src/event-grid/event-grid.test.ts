import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Chat, startChat } from "../../test/support/chat.ts";
import { startWebhook, type Webhook } from "../../test/support/webhook.ts";
import { type Emulator, type EmulatorUser, startEmulator } from "../index.ts";
import type { EventSubscriptionOptions } from "./subscription.ts";

const RECEIVED = "Microsoft.Communication.ChatMessageReceivedInThread";
const MINUTE = 60_000;

let chat: Chat;
let webhook: Webhook;
let ada: EmulatorUser;
let thread: string;
beforeEach(async () => {
  chat = await startChat();
  webhook = await startWebhook();
  ada = await chat.user("ada");
  thread = await chat.thread(ada);
});
afterEach(async () => {
  await chat[Symbol.asyncDispose]();
  await webhook[Symbol.asyncDispose]();
});

const control = () => chat.emulator.control.eventGrid;
const subscribe = (options: Partial<EventSubscriptionOptions> = {}) =>
  control().subscribe({ endpoint: webhook.url, includedEventTypes: [RECEIVED], ...options });
const deliver = async (...contents: string[]): Promise<void> => {
  for (const content of contents) await chat.send(ada, thread, content);
  await control().settled();
};
const advance = async (milliseconds: number): Promise<void> => {
  chat.emulator.control.clock.advance(milliseconds);
  await control().settled();
};
const bodies = (): unknown[] => webhook.notifications.map(({ body }) => JSON.parse(body));

/** Sends a request to the control API of Event Grid. */
const at = (path: string, method: string, body?: object) =>
  chat.emulator.fetch(
    new Request(`http://localhost/_emulator/event-grid${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    }),
  );

describe("the handshake", () => {
  it("sends a validation event with EventGridSchema", async () => {
    expect(await subscribe({ name: "orders" })).toMatchObject({ name: "orders", state: "active" });
    const [{ method, headers, body }] = webhook.handshakes as [(typeof webhook.handshakes)[0]];
    expect([method, headers["aeg-event-type"]]).toEqual(["POST", "SubscriptionValidation"]);
    expect(headers["aeg-subscription-name"]).toBe("ORDERS");
    expect(JSON.parse(body)).toMatchObject([
      {
        eventType: "Microsoft.EventGrid.SubscriptionValidationEvent",
        data: {
          validationCode: expect.any(String),
          validationUrl: expect.stringMatching(/^https?:/),
        },
      },
    ]);
  });

  it("asks for permission by OPTIONS with CloudEvents", async () => {
    expect(await subscribe({ schema: "CloudEventSchemaV1_0" })).toMatchObject({ state: "active" });
    const [{ method, headers }] = webhook.handshakes as [(typeof webhook.handshakes)[0]];
    expect([method, headers["webhook-request-origin"]]).toEqual(["OPTIONS", "eventgrid.azure.net"]);
  });

  it.each([
    ["refuse", "EventGridSchema", "status 403"],
    ["refuse", "CloudEventSchemaV1_0", "status 403"],
    ["wrong", "EventGridSchema", "validationResponse is not the validationCode"],
    ["wrong", "CloudEventSchemaV1_0", "WebHook-Allowed-Origin is example.com"],
  ] as const)(
    "fails when the endpoint responds with %s in %s",
    async (handshake, schema, problem) => {
      webhook.handshake = handshake;
      await expect(subscribe({ schema })).rejects.toThrow(
        `The handshake with the endpoint failed: ${problem}`,
      );
      expect(control().subscriptions()).toEqual([]);
    },
  );

  it("fails with the reason when no server listens", async () => {
    await webhook[Symbol.asyncDispose]();
    await expect(subscribe()).rejects.toThrow("ECONNREFUSED");
  });

  it.each(["EventGridSchema", "CloudEventSchemaV1_0"] as const)(
    "can be confirmed by a GET of the URL that the endpoint received in %s",
    async (schema) => {
      webhook.handshake = "ignore";
      const { state } = await subscribe({ schema });
      expect(state).toBe("awaitingValidation");
      await deliver("unheard");
      expect(webhook.notifications).toEqual([]);
      const [{ headers, body }] = webhook.handshakes as [(typeof webhook.handshakes)[0]];
      const url =
        schema === "EventGridSchema"
          ? (JSON.parse(body) as [{ data: { validationUrl: string } }])[0].data.validationUrl
          : String(headers["webhook-request-callback"]);
      const wrong = url.replace(/code=.*/, "code=wrong");
      expect((await chat.emulator.fetch(new Request(wrong))).status).toBe(400);
      expect((await chat.emulator.fetch(new Request(url))).status).toBe(200);
      await deliver("heard");
      expect(webhook.notifications).toHaveLength(1);
    },
  );

  it("is repeated for subscriptions of the start until the endpoint confirms", async () => {
    webhook.handshake = "refuse";
    await using emulator: Emulator = await startEmulator({
      eventGrid: [{ endpoint: webhook.url }],
    });
    const { eventGrid } = emulator.control;
    const changed = () =>
      new Promise<void>((resolve) => {
        const end = eventGrid.onChange(() => {
          end();
          resolve();
        });
      });
    while (eventGrid.subscriptions()[0]?.problem === undefined) await changed();
    expect(eventGrid.subscriptions()).toMatchObject([
      { state: "validating", problem: "status 403" },
    ]);
    webhook.handshake = "confirm";
    while (eventGrid.subscriptions()[0]?.state !== "active") await changed();
    expect(webhook.handshakes.length).toBeGreaterThan(1);
  });
});

describe("delivery", () => {
  it("sends one event per request, with the headers of Event Grid", async () => {
    await subscribe({ name: "orders" });
    await deliver("Hello");
    const [{ headers, body }] = webhook.notifications as [(typeof webhook.handshakes)[0]];
    expect(headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "aeg-event-type": "Notification",
      "aeg-subscription-name": "ORDERS",
      "aeg-delivery-count": "0",
    });
    expect(JSON.parse(body)).toMatchObject([{ data: { messageBody: "Hello" } }]);
  });

  it("sends a CloudEvent as a single object instead of an array", async () => {
    await subscribe({ schema: "CloudEventSchemaV1_0" });
    await deliver("Hello");
    const [{ headers, body }] = webhook.notifications as [(typeof webhook.handshakes)[0]];
    expect(headers["content-type"]).toBe("application/cloudevents+json; charset=utf-8");
    expect(JSON.parse(body)).toMatchObject({ specversion: "1.0", data: { messageBody: "Hello" } });
  });

  it("filters by event type and by the beginning and end of the subject", async () => {
    const other = await chat.thread(ada);
    const id = decodeURIComponent(thread.split("/").at(-1)!);
    await subscribe({ subjectBeginsWith: `thread/${id}/` });
    await subscribe({ subjectEndsWith: "/nobody" });
    await chat.request(ada, "POST", `${thread}/typing`, {});
    await chat.send(ada, other, "elsewhere");
    await deliver("here");
    expect(bodies()).toMatchObject([[{ eventType: RECEIVED, data: { messageBody: "here" } }]]);
  });

  it("retries with increasing delays, by the emulator's clock", async () => {
    await subscribe();
    webhook.statuses = [500, 503, 302];
    await deliver("Hello");
    const [first] = control().deliveries();
    expect(first).toMatchObject({ state: "retrying", attempts: [{ status: 500 }] });
    await advance(9_999);
    expect(webhook.notifications).toHaveLength(1);
    await advance(1);
    await advance(29_999);
    expect(webhook.notifications).toHaveLength(2);
    await advance(1);
    expect(webhook.notifications).toHaveLength(3);
    await advance(MINUTE);
    expect(control().deliveries()).toMatchObject([
      {
        state: "delivered",
        attempts: [{ status: 500 }, { status: 503 }, { status: 302 }, { status: 200 }],
      },
    ]);
    expect(webhook.notifications.map(({ headers }) => headers["aeg-delivery-count"])).toEqual([
      "0",
      "1",
      "2",
      "3",
    ]);
    expect(new Set(webhook.notifications.map(({ body }) => body)).size).toBe(1);
  });

  it("delivers the next events while one waits for a retry", async () => {
    await subscribe();
    webhook.statuses = [500];
    await deliver("first", "second");
    expect(bodies()).toMatchObject([
      [{ data: { messageBody: "first" } }],
      [{ data: { messageBody: "second" } }],
    ]);
    expect(control().retryNow()).toBe(1);
    await control().settled();
    expect(
      control()
        .deliveries()
        .map(({ state }) => state),
    ).toEqual(["delivered", "delivered"]);
  });

  it.each([400, 401, 403, 404, 413])(
    "makes a dead letter after %i without a retry",
    async (status) => {
      await subscribe();
      webhook.statuses = [status];
      await deliver("Hello");
      expect(control().deadLetters()).toMatchObject([
        {
          deadLetterReason: "RefusedByEndpoint",
          attempts: [{ status }],
          event: { data: { messageBody: "Hello" } },
        },
      ]);
    },
  );

  it("gives up after maxDeliveryAttempts", async () => {
    await subscribe({ maxDeliveryAttempts: 2 });
    webhook.statuses = [500, 500];
    await deliver("Hello");
    await advance(10_000);
    expect(control().deadLetters()).toMatchObject([
      { deadLetterReason: "MaxDeliveryAttemptsExceeded", attempts: [{}, {}] },
    ]);
  });

  it("gives up when the time to live ends before the next attempt", async () => {
    await subscribe({ eventTimeToLiveInMinutes: 1 });
    webhook.statuses = [500, 500, 500];
    await deliver("Hello");
    await advance(10_000);
    await advance(30_000);
    expect(control().deadLetters()).toMatchObject([
      { deadLetterReason: "TimeToLiveExceeded", attempts: [{}, {}, {}] },
    ]);
  });

  it("continues after the endpoint was unavailable", async () => {
    await subscribe();
    await webhook[Symbol.asyncDispose]();
    await deliver("Hello");
    expect(control().deliveries()).toMatchObject([
      { state: "retrying", attempts: [{ problem: "ECONNREFUSED" }] },
    ]);
    webhook = await startWebhook();
  });

  it("remembers the latest 200 deliveries", async () => {
    await subscribe();
    await deliver(...Array.from({ length: 205 }, (_, index) => String(index)));
    expect(webhook.notifications).toHaveLength(205);
    expect(control().deliveries()).toHaveLength(200);
    expect(control().deliveries()[0]).toMatchObject({ number: 6, state: "delivered" });
  });
});

describe("subscriptions", () => {
  it("are removed with their events", async () => {
    await subscribe({ name: "orders" });
    webhook.statuses = [500];
    await deliver("Hello");
    control().unsubscribe("orders");
    await advance(MINUTE);
    expect(webhook.notifications).toHaveLength(1);
    expect(() => control().unsubscribe("orders")).toThrow(
      "The subscription orders does not exist.",
    );
  });

  it("of the start survive a reset, and do not receive events of its seed", async () => {
    await using emulator = await startEmulator({
      seed: { users: [{ name: "ada" }], threads: [{ topic: "Seeded", createdBy: "ada" }] },
      eventGrid: [{ endpoint: webhook.url, name: "kept" }],
    });
    const { eventGrid } = emulator.control;
    await eventGrid.subscribe({ endpoint: webhook.url, name: "added" });
    while (eventGrid.subscriptions()[0]?.state !== "active") {
      await new Promise<void>((resolve) => void eventGrid.onChange(resolve));
    }
    await emulator.control.reset();
    await eventGrid.settled();
    expect(eventGrid.subscriptions()).toMatchObject([{ name: "kept", state: "active" }]);
    expect(eventGrid.deliveries()).toEqual([]);
    expect(webhook.notifications).toEqual([]);
  });

  it("are shown without the values of the endpoint's query", async () => {
    await subscribe({ endpoint: `${webhook.url}?code=secret` });
    await deliver("Hello");
    expect(control().subscriptions()).toMatchObject([{ endpoint: `${webhook.url}?…` }]);
    const shown = await chat.emulator.fetch(new Request("http://localhost/_emulator/event-grid"));
    expect(await shown.text()).not.toContain("secret");
  });

  it.each<[object, string]>([
    [{ endpoint: "ftp://example.com" }, "endpoint must be an http or https URL."],
    [{ endpoint: "http://me:secret@localhost/" }, "endpoint must not contain a user name"],
    [
      { schema: "Custom" },
      'schema must be one of EventGridSchema, CloudEventSchemaV1_0, but is "Custom"',
    ],
    [
      { includedEventTypes: ["ChatMessageReceived"] },
      "includedEventTypes[0] must be one of Microsoft",
    ],
    [{ includedEventTypes: [] }, "includedEventTypes must be a list of at least one event type."],
    [{ maxDeliveryAttempts: 31 }, "maxDeliveryAttempts must be an integer from 1 to 30."],
    [
      { eventTimeToLiveInMinutes: 0 },
      "eventTimeToLiveInMinutes must be an integer from 1 to 1440.",
    ],
    [{ subjectBeginsWith: 1 }, "subjectBeginsWith must be a string."],
    [{ waitForEndpoint: "yes" }, "waitForEndpoint must be a boolean."],
    [{ name: "a b" }, "name must be 3 to 64 letters, digits or hyphens."],
    [{ filter: {} }, "The subscription has an unknown property filter"],
  ])("refuse %j", async (options, problem) => {
    await expect(subscribe(options)).rejects.toThrow(problem);
  });

  it("are managed over HTTP", async () => {
    const made = await at("/subscriptions", "POST", { endpoint: webhook.url, name: "orders" });
    expect([made.status, await made.json()]).toMatchObject([
      201,
      { name: "orders", state: "active" },
    ]);
    expect(
      (await at("/subscriptions", "POST", { endpoint: webhook.url, name: "orders" })).status,
    ).toBe(400);
    webhook.statuses = [500];
    const event = { type: RECEIVED, subject: "thread/x", data: {} };
    expect((await at("/events", "POST", event)).status).toBe(204);
    await control().settled();
    expect(await (await at("", "GET")).json()).toMatchObject({
      subscriptions: [{ retrying: 1 }],
      deliveries: [{ state: "retrying", event: { subject: "thread/x" } }],
      deadLetters: [],
    });
    expect(await (await at("/retry", "POST")).json()).toEqual({ events: 1 });
    expect((await at("/subscriptions/orders", "DELETE")).status).toBe(204);
    expect((await at("/subscriptions/orders", "DELETE")).status).toBe(404);
  });
});
