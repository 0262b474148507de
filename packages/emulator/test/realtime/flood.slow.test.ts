import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../src/index.ts";
import { openSession, skypeToken } from "./support/session.ts";

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.close());

const sessions = (): number => emulator.control.realtime.status().sessions;

describe("a client that sends and does not read", () => {
  /** The longest acknowledgement. */
  const ping = '5:123456789012345+::{"name":"ping"}';

  it("is disconnected from its WebSocket", async () => {
    const { socket, connection } = await openSession(emulator, await emulator.createUser(), "deaf");
    expect(sessions()).toBe(1);
    socket.on("error", () => {});
    socket.pause();
    // A text frame with a mask of zeros, written to the connection many times at once.
    const frame = Buffer.from([0x81, 0x80 | ping.length, 0, 0, 0, 0, ...Buffer.from(ping)]);
    const burst = Buffer.concat(Array.from({ length: 10_000 }, () => frame));
    // 40 MB of responses: more than the buffers of the operating system and the emulator.
    for (let n = 0; n < 1_500_000 && sessions() === 1; n += 10_000) {
      connection.write(burst);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await expect.poll(sessions, { timeout: 20_000 }).toBe(0);
    socket.terminate();
  }, 60_000);

  it("is disconnected if it never polls", async () => {
    const call = (path: string, init?: RequestInit) => fetch(`${emulator.endpoint}${path}`, init);
    const { token } = await emulator.createUser();
    const handshake = await call("/socket.io/1/?epid=deaf-poll", skypeToken(token));
    const [sid] = (await handshake.text()).split(":");
    const path = `/socket.io/1/xhr-polling/${sid}`;
    await (await call(path)).text();
    const body = `\ufffd${ping.length}\ufffd${ping}`.repeat(20_000);
    // 20,000 responses of 26 bytes each: the ninth request exceeds the limit.
    for (let n = 0; n < 12; n++) await (await call(path, { method: "POST", body })).text();
    expect(sessions()).toBe(0);
    expect((await call(path)).status).toBe(404);
  }, 60_000);
});
