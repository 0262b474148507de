import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messagePayload } from "./support/fake-service.ts";
import { connected, only, setUp } from "./support/start.ts";

describe("a connection", () => {
  it("delivers events in order, and acknowledges each after its listeners", async () => {
    const { socket, heard, notifications } = await connected();
    const acknowledged: number[] = [];
    notifications.on("chatMessageReceived", () => {
      acknowledged.push(socket.received.filter((text) => text.startsWith("3:::")).length);
    });
    for (const number of [1, 2, 3])
      socket.notify(number, messagePayload(number), { "MS-CV": "cv" });
    expect(only(heard, "chatMessageReceived").map(({ message }) => message)).toEqual([
      "message 1",
      "message 2",
      "message 3",
    ]);
    expect(acknowledged).toEqual([0, 1, 2]);
    const first = socket.received.find((text) => text.startsWith("3:::"));
    expect(JSON.parse(first!.slice(4))).toEqual({
      id: 1,
      status: 200,
      headers: { "MS-CV": "cv" },
      body: "",
    });
  });

  it("delivers a repeated event once", async () => {
    const { socket, heard } = await connected();
    const typing = { ...messagePayload(1), eventId: 245 };
    socket.notify(1, messagePayload(1));
    socket.notify(7, messagePayload(1));
    socket.notify(2, typing);
    socket.notify(2, typing);
    socket.notify(3, typing);
    expect(only(heard, "chatMessageReceived")).toHaveLength(1);
    expect(only(heard, "typingIndicatorReceived")).toHaveLength(2);
    expect(socket.received.filter((text) => text.startsWith("3:::"))).toHaveLength(5);
  });

  it("responds to heartbeats and pings, and is closed without a response", async () => {
    const { socket, time, service, heard, notifications } = await connected();
    socket.send("2::");
    expect(socket.received.at(-1)).toBe("2::");
    await time.advance(40_000);
    expect(socket.received.at(-1)).toContain('"name":"ping"');
    service.acknowledge = false;
    await time.advance(45_001);
    expect(only(heard, "stateChanged").at(-1)).toMatchObject({ error: { code: "Timeout" } });
    service.acknowledge = true;
    await time.advance(1000);
    expect(notifications.state).toBe("connected");
    expect(service.sockets).toHaveLength(2);
    expect(socket.open).toBe(false);
  });

  it("is replaced if the activity report is not acknowledged", async () => {
    const { service, time, notifications } = setUp();
    service.acknowledge = false;
    await notifications.start();
    await time.advance(9999);
    expect(notifications.state).toBe("connected");
    await time.advance(1);
    expect(notifications.state).toBe("reconnecting");
    await notifications.stop();
  });

  it("ignores invalid frames, and stays connected", async () => {
    const { socket, heard, notifications } = await connected();
    const junk = [
      "",
      "junk",
      "9::",
      "3:::",
      "3:::null",
      '3:::{"id":1}',
      '3:::{"id":1,"body":{"eventId":200}}',
      '3:::{"id":2,"body":"{"}',
      '3:::{"id":3,"body":"{\\"eventId\\":999}"}',
      "5:::x",
      "0",
      '3:::{"id":{"toString":1},"body":"{\\"eventId\\":{\\"toString\\":1}}"}',
      '5:::{"name":{"toString":1},"args":{"toString":1}}',
      '5:::{"name":"trouter.connected","args":[null]}',
      '5:::{"name":7,"args":1}',
      "6:::x",
      "7:::error",
      "x".repeat(2 << 20),
    ];
    for (const text of junk) socket.send(text);
    socket.notify(9, messagePayload(1));
    expect(only(heard, "chatMessageReceived")).toHaveLength(1);
    expect(notifications.state).toBe("connected");
    const statuses = socket.received
      .filter((text) => text.startsWith("3:::"))
      .map((text) => (JSON.parse(text.slice(4)) as { status: number }).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 200]);
  });

  it("logs only what it ignores", async () => {
    const { socket, lines, time } = await connected();
    await time.advance(50_000);
    socket.send("6:::1+[]");
    expect(lines).toEqual([]);
    socket.send("5:::{}");
    socket.notify(1, { eventId: 999 });
    expect(lines).toEqual(["ignored a frame: type 5, 6 characters", "ignored an unknown event"]);
  });

  it("reports a known event with missing properties, and stays connected", async () => {
    const { socket, heard } = await connected();
    socket.notify(1, messagePayload(1, { originalArrivalTime: "never" }));
    socket.notify(2, messagePayload(2));
    expect(only(heard, "error")).toMatchObject([
      { code: "InvalidAnswer", message: expect.stringContaining("originalArrivalTime") as string },
    ]);
    expect(only(heard, "chatMessageReceived")).toHaveLength(1);
  });

  it("handles any text from the service", async () => {
    const { socket, notifications, heard } = await connected();
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(
          fc.constantFrom("2:::", "3:::", "5:::", "6:::", "8:::"),
          fc.oneof(fc.json(), fc.string()),
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (data) => {
        // A close frame is valid.
        fc.pre(!data.startsWith("0:"));
        socket.send(data);
        expect(notifications.state).toBe("connected");
      }),
    );
    socket.notify(1, messagePayload(1));
    expect(only(heard, "chatMessageReceived")).toHaveLength(1);
  });

  it("logs and ignores a binary frame", async () => {
    const { socket, lines, notifications } = await connected();
    socket.send(new Blob(["5:::"]) as never);
    expect(lines.at(-1)).toContain("ignored a frame");
    expect(notifications.state).toBe("connected");
  });
});
