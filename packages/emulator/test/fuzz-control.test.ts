import { connect } from "node:net";
import { text } from "node:stream/consumers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startEmulator } from "../src/index.ts";
import { startChat } from "./support/chat.ts";

const PATHS = [
  "POST /reset",
  "PUT /snapshot",
  "POST /seed",
  "POST /users",
  "POST /clock",
  "POST /faults",
  "PUT /rate-limits",
  "GET /requests",
];

const wish = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      users: fc.array(fc.record({ name: fc.string(), id: fc.string() }, { requiredKeys: [] })),
      threads: fc.array(
        fc.record({ topic: fc.string(), createdBy: fc.string() }, { requiredKeys: [] }),
      ),
      set: fc.oneof(
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        fc.integer(),
      ),
      advance: fc.integer(),
      freeze: fc.boolean(),
      name: fc.string(),
      scopes: fc.array(fc.constantFrom("chat", "voip", "x")),
      expiresInMinutes: fc.integer(),
      action: fc.constantFrom("drop", "status", "x"),
      status: fc.integer(),
      times: fc.integer(),
      format: fc.constant(1),
      at: fc.integer(),
      state: fc.jsonValue(),
      enforced: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
);

/** The number of requests. LONG_TESTS=true sends ten times as many. */
const numRuns = process.env["LONG_TESTS"] === "true" ? 1000 : 100;

describe("the control API", () => {
  it("responds to any request with a result or an error, and keeps running", async () => {
    await using chat = await startChat();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PATHS),
        wish,
        fc.dictionary(fc.string(), fc.string()),
        async (target, body, parameters) => {
          const [method = "", path = ""] = target.split(" ");
          const sent = method === "GET" ? undefined : body;
          const query = new URLSearchParams(parameters);
          const answer = await chat.request(
            undefined,
            method,
            `/_emulator${path}?${query.toString()}`,
            sent,
          );
          expect(answer.status).toBeLessThan(500);
          const reason = answer.status >= 400 ? answer.json.error.message : "fine";
          expect(reason).toBeTypeOf("string");
          chat.emulator.control.faults.clear();
          const alice = await chat.user("alice");
          expect((await chat.request(alice, "GET", "/chat/threads")).status).toBe(200);
        },
      ),
      { numRuns },
    );
  });
});

describe("a socket", () => {
  it("can send any bytes without stopping the emulator", async () => {
    await using emulator = await startEmulator();
    const port = Number(new URL(emulator.endpoint).port);
    const start = fc.constantFrom(
      "",
      "GET / HTTP/1.1\r\n",
      "POST /chat/threads HTTP/1.1\r\nHost: x\r\n",
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (line, bytes) => {
        const socket = connect(port, "127.0.0.1");
        socket.end(Buffer.concat([Buffer.from(line), bytes, Buffer.from("\r\n\r\n")]));
        expect(await text(socket)).toMatch(/^HTTP\/1\.1 4\d\d |^$/);
      }),
      { numRuns: 200 },
    );
    expect((await fetch(`${emulator.endpoint}/_emulator/health`)).status).toBe(200);
  });
});
